package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.idempotency.IdempotencyKeys.Created;
import dev.foyer.idempotency.IdempotencyReason;
import dev.foyer.idempotency.jpa.JpaIdempotencyKeys;
import dev.foyer.invitation.InMemoryInvitations;
import dev.foyer.invitation.InMemoryOutbox;
import dev.foyer.invitation.InMemorySendings;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Inviter;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionService;
import dev.foyer.membership.Person;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.persistence.Database;
import dev.foyer.text.Name;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that only the order of changes can keep: the same on every database. */
@ParameterizedClass
@EnumSource
record RacesTest(Database database) {

    private static final int PAIRS = 200;
    private static final Actor STAFF = new InMemoryRealm().staff();

    @Test
    void ofTwoOwnersWhoGoAtOnceOneStays() throws Exception {
        String realm = id();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int pair = 0; pair < PAIRS; pair++) {
            Customer customer = customer("C-" + pair);
            List<Membership> owners = List.of(owner(customer), owner(customer));
            database.run(em -> {
                new JpaCustomers(em, realm).add(customer);
                new JpaMemberships(em, realm).addAll(owners);
            });
            var start = new CyclicBarrier(2);
            boolean removes = pair % 2 == 0;
            List<Callable<Boolean>> goers = owners.stream()
                    .map(owner -> (Callable<Boolean>) () -> {
                        start.await();
                        database.run(em -> go(em, realm, owner, removes));
                        return true;
                    })
                    .toList();
            int gone = 0;
            for (Future<Boolean> result : threads.invokeAll(goers)) {
                gone += wentOrWasRefused(result) ? 1 : 0;
            }
            long left = database.call(em -> owners.stream()
                    .flatMap(owner -> new JpaMemberships(em, realm).find(owner.id()).stream())
                    .filter(Membership::isActiveOwner)
                    .count());
            assertThat(gone).isEqualTo(1);
            assertThat(left).isEqualTo(1);
        }
        threads.shutdown();
    }

    @Test
    void aPermissionThatIsBeingGivenIsNotRemoved() throws Exception {
        String realm = id();
        Customer customer = customer("C-1");
        Membership anna = owner(customer);
        Permission own = new Permission("print-approval");
        database.run(em -> {
            new JpaPermissions(em, realm).add(own);
            new JpaCustomers(em, realm).add(customer);
            new JpaMemberships(em, realm).add(anna);
        });
        var held = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> giver = threads.submit(() -> database.run(em -> {
            Permission given = new JpaPermissions(em, realm).lockCatalogue().require(own.key());
            held.countDown();
            new JpaMemberships(em, realm).save(anna.withPermissions(List.of(given)));
        }));
        Future<?> remover = threads.submit(() -> {
            held.await();
            database.run(em -> new PermissionService(new JpaPermissions(em, realm)).remove(own.key()));
            return true;
        });

        giver.get();
        assertRefused(MembershipReason.PERMISSION_USED, () -> {
            try {
                remover.get();
            } catch (ExecutionException refused) {
                throw refused.getCause();
            }
        });
        threads.shutdown();
    }

    @Test
    void anAttemptIsKnownByItsKeyAndItsRequest() {
        String realm = id();
        Created made = new Created("id", "tag");

        assertThat(begin(realm, "caller", "request", 0)).isEmpty();
        assertRefused(IdempotencyReason.IDEMPOTENCY_KEY_IN_USE, () -> begin(realm, "caller", "request", 1));
        assertRefused(IdempotencyReason.IDEMPOTENCY_KEY_REUSED, () -> begin(realm, "caller", "another request", 1));
        assertThat(begin(realm, "another caller", "request", 1)).isEmpty();
        assertThat(begin(id(), "caller", "request", 1)).isEmpty();

        database.run(em -> new JpaIdempotencyKeys(em, realm, "caller").succeed("key", made, Instant.ofEpochMilli(10)));
        assertThat(begin(realm, "caller", "request", 11)).contains(made);
        assertThat(begin(realm, "caller", "request", 10 + JpaIdempotencyKeys.KEPT.toMillis()))
                .contains(made);
        assertThat(begin(realm, "caller", "request", 11 + JpaIdempotencyKeys.KEPT.toMillis()))
                .isEmpty();

        database.run(em -> new JpaIdempotencyKeys(em, realm, "caller").fail("key"));
        assertThat(begin(realm, "caller", "another request", 12)).isEmpty();
    }

    @Test
    void ofManyWhoAddContactTypesAtOnceNoMoreAddThanThereIsRoomFor() throws Exception {
        String realm = id();
        int room = 3;
        int many = 8;
        Customer customer = customer("C-1")
                .withContactTypes(IntStream.range(1, Customer.MAX_CONTACT_TYPES - room)
                        .mapToObj(number -> new Name("t" + number))
                        .toList());
        database.run(em -> new JpaCustomers(em, realm).add(customer));
        var start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        List<Callable<Boolean>> adders = IntStream.range(0, many)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    start.await();
                    database.run(
                            em -> contactTypes(em, realm).add(STAFF, customer.id(), new Name("one more " + number)));
                    return true;
                })
                .toList();

        int refused = 0;
        for (Future<Boolean> result : threads.invokeAll(adders)) {
            try {
                result.get();
            } catch (ExecutionException loser) {
                refused++;
                assertRefused(CustomerReason.CONTACT_TYPE_LIMIT, () -> {
                    throw loser.getCause();
                });
            }
        }
        threads.shutdown();
        assertThat(refused).isEqualTo(many - room);
        assertThat(contactTypes(realm, customer)).hasSize(Customer.MAX_CONTACT_TYPES);
    }

    @Test
    void whoIsInAContactTypeCanRemoveIt() {
        String realm = id();
        Customer customer = customer("C-1").addContactType(new Name("Prepress"));
        ContactType prepress = customer.requireContactType(new Name("Prepress"));
        Membership manager = owner(customer).withContactTypes(customer, List.of(prepress));
        database.run(em -> {
            new JpaCustomers(em, realm).add(customer);
            new JpaMemberships(em, realm).add(manager);
        });
        Actor actor =
                new Actor.Member(new Inviter(realm, Objects.requireNonNull(manager.userId()), false, new Name("Anna")));

        database.run(em -> contactTypes(em, realm).remove(actor, customer.id(), prepress.id()));

        assertThat(contactTypes(realm, customer)).extracting(ContactType::name).containsExactly(ContactType.CUSTOMER);
        Membership left = database.call(
                em -> new JpaMemberships(em, realm).find(manager.id()).orElseThrow());
        assertThat(left.contactTypes()).isEmpty();
    }

    private List<ContactType> contactTypes(String realm, Customer customer) {
        return database.call(em ->
                new JpaCustomers(em, realm).find(customer.id()).orElseThrow().contactTypes());
    }

    private static ContactTypeManagement contactTypes(Session session, String realm) {
        return new ContactTypeManagement(
                new JpaCustomers(session, realm),
                new MemberAccess(new JpaMemberships(session, realm), InstantSource.fixed(Instant.EPOCH)));
    }

    private Optional<Created> begin(String realm, String caller, String request, long now) {
        return database.call(
                em -> new JpaIdempotencyKeys(em, realm, caller).begin("key", request, Instant.ofEpochMilli(now)));
    }

    private static void go(Session session, String realm, Membership owner, boolean removes) {
        ContactManagement contacts = contacts(session, realm);
        if (removes) {
            contacts.remove(STAFF, owner.customerId(), owner.id(), Precondition.NONE);
        } else {
            contacts.suspend(STAFF, owner.customerId(), owner.id(), Precondition.NONE);
        }
    }

    private static ContactManagement contacts(Session session, String realm) {
        JpaCustomers customers = new JpaCustomers(session, realm);
        JpaMemberships memberships = new JpaMemberships(session, realm);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        InMemoryInvitations invitations = new InMemoryInvitations(customers, memberships);
        return new ContactManagement(
                customers,
                memberships,
                new JpaPermissions(session, realm),
                new MemberAccess(memberships, clock),
                new InvitationService(
                        customers,
                        memberships,
                        invitations,
                        new InMemorySendings(),
                        new InMemoryOutbox(),
                        email -> Optional.empty(),
                        new InvitationRules(Duration.ofDays(7), 1, 1, 1),
                        clock),
                new InvitationBacking(invitations, (inviter, offered) -> true),
                clock);
    }

    private static boolean wentOrWasRefused(Future<Boolean> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException loser) {
            assertRefused(MembershipReason.OWNER_NEEDED, () -> {
                throw loser.getCause();
            });
            return false;
        }
    }

    private static Membership owner(Customer customer) {
        return Membership.record(
                        customer, id(), MembershipKind.OWNER, Person.UNRECORDED, List.of(), List.of(), Instant.EPOCH)
                .move(MembershipMove.ADMIT);
    }

    private static Customer customer(String number) {
        return Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
