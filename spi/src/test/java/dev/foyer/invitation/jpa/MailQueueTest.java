package dev.foyer.invitation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails that wait to be sent by one of many servers, on every database. */
@ParameterizedClass
@EnumSource
final class MailQueueTest {

    private static final Instant NOW = InvitationFixture.NOW;
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final Database database;
    private final InvitationFixture realm;

    MailQueueTest(Database database) {
        this.database = database;
        this.realm = new InvitationFixture(database);
    }

    @Test
    void aMailThatAKilledServerWasSendingIsTakenAgainAndNotBefore() {
        String invitation = mailTo("bea@beta.example");

        Due first = take(NOW).orElseThrow();
        assertThat(first.invitationId()).isEqualTo(invitation);
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(take(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        Due again = take(NOW.plus(LEASE)).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempts()).isEqualTo(2);

        database.run(em -> new JpaMailQueue(em).failed(again.id(), after(2)));
        assertThat(take(after(2).minusMillis(1))).isEmpty();
        Due last = take(after(2)).orElseThrow();
        database.run(em -> new JpaMailQueue(em).sent(last.id()));
        assertThat(take(after(9))).isEmpty();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation)));
        assertThat(deliveries.values()).containsExactly(new Delivery(Delivery.State.SENT, 3, after(2)));
    }

    @Test
    void aMailThatWasGivenUpIsTakenNoMore() {
        String invitation = mailTo("bea@beta.example");
        Due due = take(NOW).orElseThrow();

        database.run(em -> new JpaMailQueue(em).failed(due.id(), null));

        assertThat(take(after(9))).isEmpty();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation)));
        assertThat(deliveries.values()).containsExactly(new Delivery(Delivery.State.FAILED, 1, NOW));
    }

    @Test
    void ofManyServersOneSendsAMail() throws Exception {
        for (int i = 0; i < 3; i++) {
            mailTo("mail" + i + "@x.example");
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Optional<Due>>> servers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Optional<Due>>) () -> {
                    start.await();
                    return take(NOW);
                })
                .toList();
        List<String> taken = new ArrayList<>();
        for (Future<Optional<Due>> result : threads.invokeAll(servers)) {
            result.get().map(Due::id).ifPresent(taken::add);
        }
        threads.shutdown();
        while (taken.size() < 3) {
            taken.add(take(NOW).orElseThrow().id());
        }
        assertThat(taken).hasSize(3).doesNotHaveDuplicates();
        assertThat(take(NOW)).isEmpty();
    }

    private String mailTo(String address) {
        return realm.invite(new EmailAddress(address)).id();
    }

    private static Instant after(int leases) {
        return NOW.plus(LEASE.multipliedBy(leases));
    }

    /** Mails of other tests wait in the same database. */
    private Optional<Due> take(Instant at) {
        List<String> others = database.call(em -> em.createQuery(
                        "select distinct m.realmId from MailEntity m where m.realmId <> :realm", String.class)
                .setParameter("realm", realm.id)
                .getResultList());
        return database.call(em -> new JpaMailQueue(em).take(at, at.plus(LEASE), others));
    }
}
