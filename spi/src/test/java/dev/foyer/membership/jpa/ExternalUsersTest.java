package dev.foyer.membership.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.feature.Features;
import dev.foyer.membership.CustomerDeletion;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.Person;
import dev.foyer.membership.UserType;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was a person of a customer is external for good, until the user or the realm is no more. */
class ExternalUsersTest {

    private final String realm = UUID.randomUUID().toString();
    private final String anna = UUID.randomUUID().toString();
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);

    @ParameterizedTest
    @EnumSource
    void whoseMembershipIsRemovedStaysExternal(Database database) {
        Membership place = place(anna).move(MembershipMove.ADMIT);
        open(database);
        database.run(em -> memberships(em).add(place));

        database.run(em -> memberships(em).remove(place));

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void whoseCustomerIsRemovedStaysExternal(Database database) {
        open(database);
        database.run(em -> memberships(em).addAll(List.of(place(anna), place(null))));

        database.run(em ->
                new CustomerDeletion(new JpaCustomers(em, realm), memberships(em)).remove(acme.id(), acme.number()));

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationMakesExternalOnceItIsAccepted(Database database) {
        Membership invited = place(null).move(MembershipMove.INVITE);
        open(database);
        database.run(em -> memberships(em).add(invited));
        assertThat(type(database)).isEqualTo(UserType.INTERNAL);

        database.run(em -> memberships(em).save(invited.withUser(anna).move(MembershipMove.ACCEPT)));

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void whoRegistersIsExternalWithoutACustomer(Database database) {
        database.run(em -> new JpaExternalUsers(em, realm).add(anna));
        database.run(em -> new JpaExternalUsers(em, realm).add(anna));

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatComesAgainFindsNothingOfItsPast(Database database) {
        database.run(em -> new JpaExternalUsers(em, realm).add(anna));

        database.run(em -> Features.installed()
                .removalsOfUser()
                .forEach(removal ->
                        em.createMutationQuery(removal).setParameter("id", anna).executeUpdate()));

        assertThat(type(database)).isEqualTo(UserType.INTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void allWhomAnotherTableKnowsAreAddedOnce(Database database) {
        open(database);
        database.run(em -> memberships(em).add(place(anna)));
        forget(database);

        for (int time = 0; time < 2; time++) {
            database.run(em -> new JpaExternalUsers(em, realm)
                    .addAll("from MembershipEntity m where m.customer.realmId = :realm", "m.userId"));
        }

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    /** A person who enters two customers at once must not fail in one of them. */
    @ParameterizedTest
    @EnumSource
    void whoBecomesExternalInTwoPlacesAtOnceDoes(Database database) throws Exception {
        Customer beta =
                Customer.open(new AccountNumber("C-2"), new Name("Beta"), CustomerType.COMPANY, false, Instant.EPOCH);
        open(database);
        database.run(em -> new JpaCustomers(em, realm).add(beta));
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> entries = Stream.of(acme, beta)
                    .<Future<?>>map(customer -> threads.submit(() -> database.run(em -> {
                        memberships(em).add(place(customer, anna).move(MembershipMove.ADMIT));
                        await(both);
                    })))
                    .toList();
            for (Future<?> entry : entries) {
                entry.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(type(database)).isEqualTo(UserType.EXTERNAL);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other transaction did not come so far", e);
        }
    }

    private void forget(Database database) {
        database.run(em -> em.createMutationQuery("delete from ExternalUserEntity where userId = :id")
                .setParameter("id", anna)
                .executeUpdate());
    }

    private void open(Database database) {
        database.run(em -> new JpaCustomers(em, realm).add(acme));
    }

    private UserType type(Database database) {
        return database.call(em -> new JpaExternalUsers(em, realm).type(anna));
    }

    private JpaMemberships memberships(Session em) {
        return new JpaMemberships(em, realm);
    }

    private Membership place(@Nullable String user) {
        return place(acme, user);
    }

    private static Membership place(Customer customer, @Nullable String user) {
        EmailAddress address = user == null ? new EmailAddress("anna@acme.example") : null;
        return Membership.record(
                customer,
                user,
                MembershipKind.CONTACT,
                new Person(null, null, address, null),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }
}
