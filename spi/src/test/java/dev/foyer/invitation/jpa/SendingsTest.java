package dev.foyer.invitation.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.feature.Features;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Inviter;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits on invitations, whatever happens to what was sent and however many send at once, on every database. */
@ParameterizedClass
@EnumSource
final class SendingsTest {

    private static final InvitationRules RULES = InvitationFixture.RULES;
    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");
    private static final int RIVALS = 200;
    private static final int AT_ONCE = 8;

    private final Database database;
    private final InvitationFixture realm;

    SendingsTest(Database database) {
        this.database = database;
        this.realm = new InvitationFixture(database);
    }

    @Test
    void removingTheMemberGivesNoRoomForAnotherInvitation() {
        for (int i = 0; i < RULES.perRecipient(); i++) {
            realm.remove(realm.invite(BEA, realm.member("ann")));
            realm.now = realm.now.plusSeconds(1);
        }

        assertThat(room(() -> realm.invite(BEA, realm.member("ann"))))
                .isEqualTo(InvitationRules.WINDOW.toSeconds() - RULES.perRecipient());
        assertThat(room(() -> realm.invite(BEA))).isPositive();

        realm.now = realm.now.plus(InvitationRules.WINDOW).minusSeconds(RULES.perRecipient());
        assertThat(realm.invite(BEA, realm.member("ann")).address()).isEqualTo(BEA);
    }

    @Test
    void removingMembersGivesTheInviterAndTheCustomerNoRoom() {
        for (int i = 0; i < RULES.perInviter(); i++) {
            realm.remove(realm.invite(address(i), realm.member("ann")));
        }
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(BEA, realm.member("ann")));

        for (int i = RULES.perInviter(); i < RULES.perCustomer(); i++) {
            realm.remove(realm.invite(address(i), realm.member("bob")));
        }
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(BEA, realm.member("bob")));
    }

    @Test
    void removingTheCustomerOrTheInviterGivesNoRoom() {
        Inviter ann = realm.member("ann");
        for (int i = 0; i < RULES.perRecipient(); i++) {
            Customer customer = realm.open("C-1" + i);
            realm.invite(customer, BEA, ann);
            database.run(em -> new JpaCustomers(em, realm.id).remove(customer));
        }
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(BEA, ann));
        realm.invite(address(0), ann);
        database.run(em -> Features.installed()
                .removalsOfUser()
                .forEach(removal -> em.createMutationQuery(removal)
                        .setParameter("id", "ann")
                        .executeUpdate()));

        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(BEA, realm.member("new")));
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(address(1), ann));
    }

    @Test
    void ofManyCustomersThatInviteOneAddressAtOnceNoMoreThanTheLimitDo() throws Exception {
        List<Customer> customers = customers(RIVALS);

        assertThat(invited(i -> realm.invite(customers.get(i), BEA, realm.member("ann" + i))))
                .isEqualTo(RULES.perRecipient());
    }

    @Test
    void oneMemberOfManyCustomersInvitesNoMoreThanTheLimitAtOnce() throws Exception {
        List<Customer> customers = customers(RIVALS);

        assertThat(invited(i -> realm.invite(customers.get(i), address(i), realm.member("ann"))))
                .isEqualTo(RULES.perInviter());
    }

    @Test
    void theMembersOfOneCustomerInviteNoMoreThanTheLimitAtOnce() throws Exception {
        assertThat(invited(i -> realm.invite(address(i), realm.member("ann" + i))))
                .isEqualTo(RULES.perCustomer());
    }

    /** They would wait for each other, each holding what the other needs, were it not held in one order. */
    @Test
    void twoWhoInviteTheSamePeopleInAnyOrderBothComeToAnEnd() throws Exception {
        List<Customer> customers = customers(RIVALS / 10);
        List<EmailAddress> people =
                IntStream.range(0, 6).mapToObj(SendingsTest::address).toList();
        List<Callable<Integer>> rivals = new ArrayList<>();
        for (Customer customer : customers) {
            List<EmailAddress> order = new ArrayList<>(people);
            Collections.shuffle(order, new Random(customer.number().value().hashCode()));
            rivals.add(() -> realm.inviting(service -> inviteAll(service, customer, order)));
        }

        int sent = 0;
        for (Future<Integer> result : atOnce(rivals)) {
            sent += result.get();
        }

        assertThat(sent).isEqualTo(people.size() * RULES.perRecipient());
    }

    private int inviteAll(InvitationService service, Customer customer, List<EmailAddress> addresses) {
        Customer locked = service.customers().lock(customer.id()).orElseThrow();
        service.prepare(addresses, realm.staff());
        int sent = 0;
        for (EmailAddress address : addresses) {
            try {
                service.invite(locked, realm.offer(customer, address), InvitationOptions.PLAIN, realm.staff());
                sent++;
            } catch (Refusal limit) {
                assertThat(limit.reason()).isEqualTo(InvitationReason.INVITATION_LIMIT);
            }
        }
        return sent;
    }

    /** One hold, three counts and one row are the limits': of the counts, staff are held to one. */
    @Test
    void theStatementsOfAnInvitationAreCounted() {
        realm.invite(address(0), realm.member("ann"));

        assertThat(statements(() -> realm.invite(address(1), realm.member("ann"))))
                .isEqualTo(STATEMENTS + 2);
        assertThat(statements(() -> realm.invite(address(2)))).isEqualTo(STATEMENTS);
    }

    private static final int STATEMENTS = 15;

    @Test
    void whatNoLimitCountsIsForgotten() {
        realm.invite(BEA);
        Instant end = realm.now.plus(InvitationRules.WINDOW);

        List<String> old =
                database.call(em -> OldInvitations.sendings(em, end.minus(InvitationRules.WINDOW), null, 9000));
        assertThat(old).isNotEmpty();
        database.run(em -> OldInvitations.removeSendings(em, old));
        List<String> left = database.call(em -> OldInvitations.sendings(em, end, null, 9000));
        assertThat(left).doesNotContainAnyElementsOf(old);
    }

    private long statements(Runnable work) {
        Statistics statistics = database.call(em -> em.getSessionFactory().getStatistics());
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }

    private List<Customer> customers(int many) {
        return IntStream.range(0, many).mapToObj(i -> realm.open("R-" + i)).toList();
    }

    private static EmailAddress address(int number) {
        return new EmailAddress("a" + number + "@x.example");
    }

    /** How many of all rivals are not refused for the limit. */
    private static int invited(IntFunction<Invitation> attempt) throws InterruptedException {
        List<Callable<Invitation>> rivals = IntStream.range(0, RIVALS)
                .mapToObj(i -> (Callable<Invitation>) () -> attempt.apply(i))
                .toList();
        int invited = 0;
        for (Future<Invitation> result : atOnce(rivals)) {
            try {
                result.get();
                invited++;
            } catch (ExecutionException limited) {
                assertThat(limited)
                        .hasCauseInstanceOf(Refusal.class)
                        .hasMessageContaining(InvitationReason.INVITATION_LIMIT.key());
            }
        }
        return invited;
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> rivals) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        try {
            return threads.invokeAll(IntStream.range(0, rivals.size())
                    .mapToObj(i -> (Callable<T>) () -> {
                        if (i < AT_ONCE) {
                            start.await();
                        }
                        return rivals.get(i).call();
                    })
                    .toList());
        } finally {
            threads.shutdown();
        }
    }

    private static long room(Runnable attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isEqualTo(InvitationReason.INVITATION_LIMIT);
            return (Long) refusal.details().get(0);
        }
        return Duration.ZERO.toSeconds();
    }
}
