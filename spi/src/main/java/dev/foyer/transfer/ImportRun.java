package dev.foyer.transfer;

import dev.foyer.Refusal;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.staff.StaffReason;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One import under way. What it keeps in memory does not grow with the file. */
final class ImportRun {

    private static final int BATCH_ROWS = 500;

    /** A batch ends as well when what it was read from takes so much memory, in characters. */
    private static final int BATCH_SIZE = 1 << 20;

    /** Stands in for a customer that can not be opened, so that the data of its members is checked all the same. */
    private static final Customer NOBODY =
            Customer.open(new AccountNumber("0"), new Name("0"), CustomerType.COMPANY, false, Instant.EPOCH);

    private final CustomerImport realm;
    private final ImportFile file;
    private final ImportProgress progress;
    private final ImportProblems problems = new ImportProblems();
    private final ImportPrescan survey;
    private final Instant now;

    private PermissionCatalogue catalogue;
    private long rowsDone;
    private long customers;
    private long contactTypes;
    private long memberships;

    ImportRun(CustomerImport realm, ImportFile file, ImportProgress progress) {
        this.realm = realm;
        this.file = file;
        this.progress = progress;
        this.now = realm.clock().instant();
        this.catalogue = realm.permissions().catalogue();
        this.survey = new ImportPrescan(problems, catalogue);
    }

    /**
     * Reads the file three times: for what must be known in advance, for the customers with an account ID, and for those
     * that are given one, which must not be one that stands further down.
     */
    ImportReport run() {
        file.read(survey);
        List<Permission> added = survey.permissions().stream()
                .filter(permission -> !catalogue.permissions().contains(permission))
                .toList();
        added.forEach(realm.permissions()::add);
        catalogue = catalogue.with(added);
        writeAll(ImportRecord::isNumbered);
        writeAll(entry -> !entry.isNumbered());
        return new ImportReport(
                survey.rows(), customers, contactTypes, memberships, added.size(), problems.listed(), problems.count());
    }

    private void writeAll(Predicate<ImportRecord> part) {
        List<ImportRecord> batch = new ArrayList<>();
        file.read(new ImportFile.Visitor() {
            private int rows;
            private int size;

            @Override
            public void customer(ImportRecord customer) {
                if (!part.test(customer)) {
                    return;
                }
                batch.add(customer);
                rows += customer.rows();
                size += customer.size();
                if (rows >= BATCH_ROWS || size >= BATCH_SIZE) {
                    write(batch);
                    batch.clear();
                    rows = 0;
                    size = 0;
                }
            }
        });
        write(batch);
    }

    private void write(List<ImportRecord> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<ParsedRecord> drafts = batch.stream()
                .map(entry -> ParsedRecord.of(entry, catalogue, problems))
                .toList();
        Map<Username, String> userIds =
                realm.users().idsOf(drafts.stream().flatMap(ParsedRecord::users).collect(Collectors.toSet()));
        Set<String> staff = realm.staff().among(Set.copyOf(userIds.values()));
        CustomerBatch known = new CustomerBatch(realm.customers()
                .findByNumbers(drafts.stream()
                        .flatMap(draft -> draft.number().stream())
                        .collect(Collectors.toSet())));
        Iterator<AccountNumber> freeNumbers = realm.customerRegister()
                .freeNumbers((int)
                        batch.stream().filter(entry -> !entry.isNumbered()).count())
                .iterator();

        Map<Membership, ParsedMember> recorded = new LinkedHashMap<>();
        for (ParsedRecord draft : drafts) {
            Optional<Customer> customer = customer(draft, known, freeNumbers);
            for (ParsedMember member : draft.members()) {
                Customer host = customer.orElseGet(() -> NOBODY.withContactTypes(member.contactTypes()));
                Membership membership = membership(member, host, userIds, staff);
                if (membership != null && customer.isPresent()) {
                    recorded.put(membership, member);
                }
            }
        }
        known.writeTo(realm.customers());
        customers += known.openedCount();
        add(recorded);

        rowsDone += batch.stream().mapToInt(ImportRecord::rows).sum();
        progress.done(rowsDone, survey.rows());
    }

    /** The customer of an entry, opened or extended if need be; empty, and the problems told, if there can be none. */
    private Optional<Customer> customer(ParsedRecord draft, CustomerBatch known, Iterator<AccountNumber> freeNumbers) {
        ParsedCustomer given = draft.customer();
        Consumer<ImportProblem> report = problem -> problems.addOnce(draft.entry(), problem);
        Optional<Customer> existing = draft.number().flatMap(known::find);
        existing.ifPresent(customer -> given.compare(customer, report));
        Optional<Customer> found = existing.or(() -> given.open(freeNumbers, now, report));
        return found.filter(customer -> given.sound()).flatMap(customer -> {
            Optional<Customer> whole = withContactTypes(customer, draft);
            whole.ifPresent(extended -> {
                contactTypes +=
                        extended.contactTypes().size() - customer.contactTypes().size();
                known.put(extended);
            });
            return whole;
        });
    }

    private Optional<Customer> withContactTypes(Customer customer, ParsedRecord draft) {
        boolean listed = file.listsContactTypes();
        try {
            return Optional.of(
                    customer.withContactTypes(listed ? draft.customer().contactTypes() : draft.memberContactTypes()));
        } catch (Refusal refusal) {
            ImportRecord entry =
                    listed ? draft.entry() : draft.entry().members().get(0);
            Field field = listed ? Field.CONTACT_TYPES : Field.MEMBER_CONTACT_TYPES;
            problems.add(new ImportProblem(entry.location(field), field, refusal));
            return Optional.empty();
        }
    }

    private @Nullable Membership membership(
            ParsedMember member, Customer customer, Map<Username, String> userIds, Set<String> staff) {
        Username user = member.user();
        try {
            String userId = user == null ? null : userIds.get(user);
            if (user != null && userId == null) {
                throw new Refusal(TransferReason.USER_UNKNOWN, user);
            }
            EmailAddress address = member.person().email();
            if ((userId != null && staff.contains(userId)) || (address != null && address.equals(realm.importer()))) {
                throw new Refusal(StaffReason.STAFF_AS_PERSON);
            }
            return member.in(customer, userId, now);
        } catch (Refusal refusal) {
            problems.add(member.problem(refusal));
            return null;
        }
    }

    private void add(Map<Membership, ParsedMember> recorded) {
        List<Membership> all = List.copyOf(recorded.keySet());
        Map<Membership, Refusal> refused = new HashMap<>();
        for (int from = 0; from < all.size(); from += BATCH_ROWS) {
            int to = Math.min(from + BATCH_ROWS, all.size());
            refused.putAll(realm.membershipRegister().addAll(all.subList(from, to)));
        }
        recorded.forEach((membership, member) -> {
            Refusal refusal = refused.get(membership);
            if (refusal != null) {
                problems.add(member.problem(refusal));
            }
        });
        memberships += recorded.size() - refused.size();
    }
}
