package dev.foyer.persistence;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again, and the database itself refuses what a race could break: the same on every database. */
@ParameterizedClass
@EnumSource
record PersistenceTest(Database database) {

    private static final int RACERS = 8;

    @Test
    void aCustomerIsReadAsItWasWritten() {
        String realm = realm();
        Customer acme = customer("C-1").addContactType(new Name("Prepress")).addContactType(new Name("Accounting"));
        database.run(em -> new JpaCustomers(em, realm).add(acme));

        assertThat(find(realm, acme)).isEqualTo(acme);

        Customer changed = acme.removeContactType(new Name("Prepress"))
                .addContactType(new Name("Sales"))
                .deactivate();
        database.run(em -> new JpaCustomers(em, realm).save(changed));

        assertThat(find(realm, acme)).isEqualTo(changed);
    }

    @Test
    void aRealmSeesItsOwnCustomersOnly() {
        String realm = realm();
        Customer acme = customer("C-1");
        Membership anna = member(acme, "u1", "anna@acme.it");
        database.run(em -> {
            new JpaCustomers(em, realm).add(acme);
            new JpaMemberships(em, realm).add(anna);
        });

        database.run(em -> {
            var otherCustomers = new JpaCustomers(em, realm());
            var otherMemberships = new JpaMemberships(em, realm());
            assertThat(otherCustomers.find(acme.id())).isEmpty();
            assertThat(otherCustomers.findByNumber(acme.number())).isEmpty();
            assertThat(otherMemberships.find(anna.id())).isEmpty();
            assertThat(otherMemberships.findByUser(acme.id(), "u1")).isEmpty();
            assertThat(otherMemberships.findByEmail(acme.id(), new EmailAddress("anna@acme.it")))
                    .isEmpty();
        });
        // The same account ID may exist in another realm.
        database.run(em -> new JpaCustomers(em, realm()).add(customer("C-1")));
    }

    @Test
    void aMembershipIsReadAsItWasWritten() {
        String realm = realm();
        Customer acme = customer("C-1").addContactType(new Name("Prepress"));
        Membership anna = Membership.record(
                acme,
                "u1",
                MembershipKind.OWNER,
                new Person(
                        new Name("Anna"),
                        new Name("Rossi"),
                        new EmailAddress("anna@acme.it"),
                        new PhoneNumber("+39 02 1234")),
                List.of(new Permission("billing"), Permission.CONTACTS),
                acme.contactTypes(),
                Instant.ofEpochMilli(7));
        database.run(em -> {
            new JpaCustomers(em, realm).add(acme);
            new JpaMemberships(em, realm).add(anna);
        });

        assertThat(find(realm, anna)).isEqualTo(anna);

        Membership moved = anna.withPerson(
                new Person(null, new Name("Rossi"), new EmailAddress("anna@acme.com"), null),
                new AddressChange(Instant.ofEpochMilli(8), new Name("The boss"), true));
        database.run(em -> new JpaMemberships(em, realm).save(moved));

        assertThat(find(realm, anna)).isEqualTo(moved);

        Membership changed = moved.move(MembershipMove.ADMIT)
                .withPermissions(List.of(new Permission("support")))
                .withContactTypes(acme, List.of(acme.requireContactType(new Name("Prepress"))));
        database.run(em -> new JpaMemberships(em, realm).save(changed));

        assertThat(find(realm, anna)).isEqualTo(changed);

        database.run(em -> new JpaMemberships(em, realm).remove(changed));
        Optional<Membership> removed = database.call(em -> new JpaMemberships(em, realm).find(anna.id()));
        assertThat(removed).isEmpty();
    }

    @Test
    void textIsWhatItIsToItsLastCharacter() {
        String realm = realm();
        Customer acme = customer("C-1")
                .addContactType(new Name("Dépt 😀"))
                .addContactType(new Name("Dept 😀"))
                .addContactType(new Name("dept 😀"));
        Customer other = customer("c-1");
        Membership rene = member(acme, "u1", "rené@acme.it");
        Membership another = member(acme, "u2", "rene@acme.it");
        database.run(em -> {
            new JpaCustomers(em, realm).addAll(List.of(acme, other));
            new JpaMemberships(em, realm).addAll(List.of(rene, another));
        });

        assertThat(find(realm, acme)).isEqualTo(acme);
        database.run(em -> {
            JpaMemberships memberships = new JpaMemberships(em, realm);
            assertThat(new JpaCustomers(em, realm).findByNumber(other.number())).contains(other);
            assertThat(memberships.findByEmail(acme.id(), new EmailAddress("rene@acme.it")))
                    .contains(another);
            assertThat(memberships.findByUser(acme.id(), "u1")).contains(rene);
        });
    }

    @Test
    void everythingIsReadOncePageByPage() {
        String realm = realm();
        List<Customer> customers = IntStream.range(0, 5)
                .mapToObj(i -> customer("C-" + i).addContactType(new Name("Prepress")))
                .toList();
        List<Membership> memberships = customers.stream()
                .flatMap(customer -> IntStream.range(0, 3)
                        .mapToObj(i -> member(customer, "u" + i, i + "@acme.it")
                                .withPermissions(List.of(Permission.CONTACTS, new Permission("billing")))
                                .withContactTypes(
                                        customer, customer.contactTypes().subList(i == 0 ? 0 : 1, 2))))
                .toList();
        database.run(em -> {
            new JpaCustomers(em, realm).addAll(customers);
            new JpaMemberships(em, realm).addAll(memberships);
            new JpaCustomers(em, realm()).add(customer("C-0"));
        });

        List<Customer> readCustomers = new ArrayList<>();
        List<Membership> readMemberships = new ArrayList<>();
        for (List<Customer> page = page(realm, null);
                !page.isEmpty();
                page = page(realm, last(page).number())) {
            readCustomers.addAll(page);
            List<Customer> owners = page;
            for (List<Membership> members = page(realm, owners, null);
                    !members.isEmpty();
                    members = page(realm, owners, last(members))) {
                readMemberships.addAll(members);
            }
        }

        assertThat(readCustomers).containsExactlyElementsOf(customers);
        assertThat(readMemberships).containsExactlyInAnyOrderElementsOf(memberships);
        assertThat(readMemberships)
                .extracting(Membership::customerId)
                .containsExactlyElementsOf(
                        memberships.stream().map(Membership::customerId).toList());
    }

    @Test
    void removingAContactTypeKeepsItsPeople() {
        String realm = realm();
        Customer acme = customer("C-1").addContactType(new Name("Prepress"));
        Membership anna = member(acme, "u1", "anna@acme.it")
                .withContactTypes(acme, List.of(acme.requireContactType(new Name("Prepress"))));
        database.run(em -> {
            new JpaCustomers(em, realm).add(acme);
            new JpaMemberships(em, realm).add(anna);
        });

        database.run(em -> new JpaCustomers(em, realm).save(acme.removeContactType(new Name("Prepress"))));

        assertThat(find(realm, anna)).isEqualTo(anna.withContactTypes(acme, List.of()));
    }

    @Test
    void aRealmsOwnPermissionsJoinTheBuiltInOnes() {
        String realm = realm();
        Permission own = new Permission("print-approval");
        database.run(em -> new JpaPermissions(em, realm).add(own));
        database.run(em -> new JpaPermissions(em, realm).add(own));

        PermissionCatalogue catalogue = database.call(em -> new JpaPermissions(em, realm).catalogue());
        PermissionCatalogue elsewhere = database.call(em -> new JpaPermissions(em, realm()).catalogue());
        assertThat(catalogue).isEqualTo(PermissionCatalogue.BUILT_IN.with(List.of(own)));
        assertThat(elsewhere).isEqualTo(PermissionCatalogue.BUILT_IN);
    }

    @Test
    void oneOfManyGetsAnAccountId() throws Exception {
        String realm = realm();

        assertOneWins(
                CustomerReason.ACCOUNT_ID_TAKEN,
                i -> database.run(em -> new JpaCustomers(em, realm).add(customer("C-1"))));
    }

    @Test
    void aUserIsAMemberOnceUnderARace() throws Exception {
        String realm = realm();
        Customer acme = added(realm);

        assertOneWins(
                MembershipReason.MEMBERSHIP_EXISTS,
                i -> database.run(em -> new JpaMemberships(em, realm).add(member(acme, "u1", null))));
        assertOneWins(
                MembershipReason.MEMBERSHIP_EXISTS,
                i -> database.run(em -> new JpaMemberships(em, realm).add(member(acme, "user" + i, "anna@acme.it"))));
    }

    @Test
    void thePermanentContactTypeHoldsOnePersonUnderARace() throws Exception {
        String realm = realm();
        Customer acme = added(realm);
        List<ContactType> permanent = List.of(acme.requireContactType(ContactType.CUSTOMER));

        assertOneWins(
                MembershipReason.CONTACT_TYPE_HOLDS_ONE,
                i -> database.run(em -> new JpaMemberships(em, realm)
                        .add(member(acme, "user" + i, null).withContactTypes(acme, permanent))));
    }

    /** Starts all at once: exactly one succeeds, every other one is refused for the reason. */
    private static void assertOneWins(Reason reason, java.util.function.IntConsumer attempt) throws Exception {
        var start = new CyclicBarrier(RACERS);
        var threads = Executors.newFixedThreadPool(RACERS);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            int racer = i;
            racers.add(() -> {
                start.await();
                attempt.accept(racer);
                return true;
            });
        }
        int winners = 0;
        for (Future<Boolean> result : threads.invokeAll(racers)) {
            try {
                winners += result.get() ? 1 : 0;
            } catch (ExecutionException loser) {
                assertRefused(reason, () -> {
                    throw loser.getCause();
                });
            }
        }
        threads.shutdown();
        assertThat(winners).isEqualTo(1);
    }

    private Customer added(String realm) {
        Customer acme = customer("C-1");
        database.run(em -> new JpaCustomers(em, realm).add(acme));
        return acme;
    }

    private Customer find(String realm, Customer customer) {
        return database.call(
                em -> new JpaCustomers(em, realm).find(customer.id()).orElseThrow());
    }

    private Membership find(String realm, Membership membership) {
        return database.call(
                em -> new JpaMemberships(em, realm).find(membership.id()).orElseThrow());
    }

    private static Customer customer(String number) {
        return Customer.open(
                new AccountNumber(number),
                new Name("Acme S.p.A."),
                CustomerType.COMPANY,
                false,
                Instant.ofEpochMilli(5));
    }

    private static Membership member(Customer customer, String userId, @Nullable String email) {
        Person person = email == null ? Person.UNRECORDED : new Person(null, null, new EmailAddress(email), null);
        return Membership.record(
                customer, userId, MembershipKind.CONTACT, person, List.of(), List.of(), Instant.ofEpochMilli(6));
    }

    private List<Customer> page(String realm, @Nullable AccountNumber after) {
        return database.call(em -> new JpaCustomers(em, realm).page(after, 2));
    }

    private List<Membership> page(String realm, List<Customer> customers, @Nullable Membership after) {
        return database.call(em -> new JpaMemberships(em, realm).page(customers, after, 2));
    }

    private static <T> T last(List<T> page) {
        return page.get(page.size() - 1);
    }

    private static String realm() {
        return UUID.randomUUID().toString();
    }
}
