package dev.foyer.transfer;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.membership.InMemoryMemberships;
import dev.foyer.membership.InMemoryPermissions;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Profile;
import dev.foyer.text.EmailAddress;
import dev.foyer.transfer.file.CsvFile;
import dev.foyer.transfer.file.JsonExport;
import dev.foyer.transfer.file.JsonFile;
import dev.foyer.transfer.file.Spool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A realm in memory, where the users anna and bruno exist, and files to import into it. */
final class ImportFixture {

    /** The address of who imports. */
    static final EmailAddress IMPORTER = new EmailAddress("importer@staff.example");

    private final Map<String, Profile> profiles = new HashMap<>();
    private final Map<String, String> users = new HashMap<>(Map.of("anna", "u-anna", "bruno", "u-bruno"));

    private final Set<String> staff = new HashSet<>();

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships(customers);
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(5));

    private final InMemoryPermissions permissions = new InMemoryPermissions(memberships);
    private @Nullable ExportReport lastExport;

    ImportReport csv(String... lines) {
        return run(String.join("\n", lines), CsvFile::new);
    }

    ImportReport json(String text) {
        return run(text, JsonFile::new);
    }

    /** The problems as {@code line field reason}. */
    static List<String> problems(ImportReport report) {
        return report.problems().stream()
                .map(problem -> problem.location().line() + " " + problem.field() + " "
                        + problem.refusal().reason().key())
                .toList();
    }

    Customer customer(String number) {
        return customers.findByNumber(new AccountNumber(number)).orElseThrow();
    }

    InMemoryCustomers customers() {
        return customers;
    }

    Membership memberByUser(String number, String user) {
        return memberships.findByUser(customer(number).id(), "u-" + user).orElseThrow();
    }

    Membership memberByEmail(String number, String email) {
        return memberships
                .findByEmail(customer(number).id(), new EmailAddress(email))
                .orElseThrow();
    }

    InMemoryMemberships memberships() {
        return memberships;
    }

    /** Has a user's account say this from now on. */
    void describe(Profile profile) {
        profiles.put(profile.username(), profile);
    }

    /** Makes a user staff. */
    void appoint(String user) {
        staff.add("u-" + user);
    }

    /** Removes a user, behind the back of the memberships. */
    void forget(String user) {
        users.remove(user);
    }

    /** All customers, read in small pages. */
    String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            lastExport = CustomerExport.run(new Pages(), new JsonExport(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    ExportReport lastExport() {
        return Objects.requireNonNull(lastExport);
    }

    PermissionCatalogue catalogue() {
        return permissions.catalogue();
    }

    private ImportReport run(String text, Function<Spool, ImportFile> format) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Spool spool = Spool.of(new ByteArrayInputStream(bytes), bytes.length)) {
            return new CustomerImport(
                            customers,
                            new CustomerService(customers, AccountNumberPattern.parse("C-{1 digits}"), clock),
                            new MembershipService(memberships),
                            permissions,
                            usernames -> usernames.stream()
                                    .filter(username -> users.containsKey(username.value()))
                                    .collect(Collectors.toMap(Function.identity(), username -> "u-" + username)),
                            userIds -> userIds.stream().filter(staff::contains).collect(Collectors.toSet()),
                            IMPORTER,
                            clock)
                    .run(format.apply(spool), (rows, of) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Pages implements CustomerPages {

        @Override
        public List<Customer> customers(@Nullable AccountNumber after) {
            return customers.page(after, 3);
        }

        @Override
        public List<ExportedMembership> members(List<Customer> of, @Nullable ExportedMembership after) {
            return memberships.page(of, after == null ? null : after.membership(), 2).stream()
                    .map(membership -> new ExportedMembership(membership, profile(membership.userId())))
                    .toList();
        }

        @Override
        public PermissionCatalogue catalogue() {
            return permissions.catalogue();
        }

        private @Nullable Profile profile(@Nullable String id) {
            return users.entrySet().stream()
                    .filter(user -> user.getValue().equals(id))
                    .map(user -> Objects.requireNonNullElse(
                            profiles.get(user.getKey()), new Profile(user.getKey(), null, null, null)))
                    .findFirst()
                    .orElse(null);
        }
    }
}
