package dev.foyer.membership;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small realm that chance has made: the same for the same seed, but for its ids. The users are those of every world, so
 * that whoever forgets the realm finds memberships of another one.
 *
 * @param catalogue what is permitted to somebody somewhere
 */
public record World(
        int seed,
        String realmId,
        PermissionCatalogue catalogue,
        List<Customer> customers,
        List<Membership> memberships) {

    /** The moment of every question. */
    public static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);

    /** Just over, over in this moment, just not over, and far from it. */
    private static final List<Optional<Instant>> ENDS = List.of(
            Optional.of(NOW.minusMillis(1)),
            Optional.of(NOW),
            Optional.of(NOW.plusMillis(1)),
            Optional.of(NOW.plus(Duration.ofDays(12))),
            Optional.empty());

    private static final Instant CREATED = Instant.ofEpochMilli(1);
    private static final int MANY = 25;

    /** Who there is in every world, in some customers or in none. */
    public static final List<String> USERS = List.of("anna", "bea", "ciro", "dora");

    /** Enough of them for each case to be there, which {@link WorldTest} asserts. */
    public static List<World> many() {
        return IntStream.range(0, MANY).mapToObj(World::of).toList();
    }

    private static World of(int seed) {
        Random chance = new Random(seed);
        PermissionCatalogue catalogue =
                PermissionCatalogue.BUILT_IN.with(some(chance, List.of(new Permission("print-approval"))));
        List<Customer> customers = IntStream.rangeClosed(1, 1 + chance.nextInt(4))
                .mapToObj(number -> customer(chance, number))
                .toList();
        List<Membership> memberships = customers.stream()
                .flatMap(customer -> memberships(chance, customer, catalogue).stream())
                .toList();
        return new World(seed, UUID.randomUUID().toString(), catalogue, customers, memberships);
    }

    /** A clock that has stopped at {@link #NOW}. */
    public static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /** A moment some milliseconds later. */
    public static Instant after(int millis) {
        return NOW.plusMillis(millis);
    }

    /** The user's place in the customer, whatever it is worth. */
    public Optional<Membership> membership(Customer customer, String user) {
        return memberships.stream()
                .filter(membership -> membership.customerId().equals(customer.id()))
                .filter(membership -> user.equals(membership.userId()))
                .findFirst();
    }

    /** The user's place in the customer, if it opens the account: what everybody else is compared with. */
    public Optional<Membership> open(Customer customer, String user) {
        return membership(customer, user).filter(membership -> membership.opens(customer, NOW));
    }

    private static Customer customer(Random chance, int number) {
        Customer customer = Customer.open(
                        new AccountNumber("C-" + number),
                        new Name("Firm " + number),
                        one(chance, List.of(CustomerType.values())),
                        chance.nextBoolean(),
                        CREATED)
                .withContactTypes(some(chance, List.of(new Name("Sales"), new Name("Prepress"))))
                .withSecondFactorRequired(chance.nextBoolean());
        return chance.nextInt(4) == 0 ? customer.deactivate() : customer;
    }

    private static List<Membership> memberships(Random chance, Customer customer, PermissionCatalogue catalogue) {
        List<Membership> memberships = new ArrayList<>();
        List<ContactType> types = new ArrayList<>(customer.contactTypes());
        for (String user : USERS) {
            if (chance.nextInt(5) > 0) {
                Person person = chance.nextBoolean() ? Person.UNRECORDED : person(user);
                memberships.add(membership(chance, customer, user, person, catalogue, take(chance, types)));
            }
        }
        if (chance.nextBoolean()) {
            memberships.add(membership(chance, customer, null, person("nobody-yet"), catalogue, take(chance, types)));
        }
        return memberships;
    }

    private static Membership membership(
            Random chance,
            Customer customer,
            @Nullable String user,
            Person person,
            PermissionCatalogue catalogue,
            Set<ContactType> types) {
        MembershipKind kind = one(chance, List.of(MembershipKind.values()));
        Set<Permission> permissions = Set.copyOf(some(chance, catalogue.permissions()));
        Optional<Instant> end = kind == MembershipKind.OWNER ? Optional.empty() : one(chance, ENDS);
        return new Membership(
                UUID.randomUUID().toString(),
                customer.id(),
                user,
                kind,
                state(chance, user),
                person,
                permissions,
                types,
                CREATED,
                end.orElse(null),
                null);
    }

    private static MembershipState state(Random chance, @Nullable String user) {
        if (user != null && chance.nextInt(3) > 0) {
            return MembershipState.ACTIVE;
        }
        return one(
                chance,
                Stream.of(MembershipState.values())
                        .filter(state -> user != null || !state.needsUser())
                        .toList());
    }

    /** Some of the types that are left. In the permanent one nobody else can be then. */
    private static Set<ContactType> take(Random chance, List<ContactType> left) {
        Set<ContactType> taken = Set.copyOf(some(chance, left));
        left.removeIf(type -> type.permanent() && taken.contains(type));
        return taken;
    }

    private static Person person(String name) {
        return new Person(new Name(name), null, new EmailAddress(name + "@people.example"), null);
    }

    private static <T> T one(Random chance, List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static <T> List<T> some(Random chance, Collection<T> all) {
        return all.stream().filter(one -> chance.nextBoolean()).collect(Collectors.toList());
    }
}
