package dev.foyer.invitation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.MailQueue.Lease;
import dev.foyer.invitation.MailReason;
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
import org.jspecify.annotations.Nullable;
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

        Lease first = take(NOW).orElseThrow();
        assertThat(due(first).map(Due::invitationId)).contains(invitation);
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(take(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        Lease again = take(NOW.plus(LEASE)).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempts()).isEqualTo(2);

        database.run(em -> new JpaMailQueue(em).failed(again, MailReason.MAIL_DELAYED, after(2)));
        assertThat(take(after(2).minusMillis(1))).isEmpty();
        Lease last = take(after(2)).orElseThrow();
        database.run(em -> new JpaMailQueue(em).sent(last));
        assertThat(take(after(9))).isEmpty();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation)));
        assertThat(deliveries.values()).containsExactly(new Delivery(Delivery.State.SENT, 3, after(2), null));
    }

    @Test
    void aMailThatWasGivenUpIsTakenNoMore() {
        String invitation = mailTo("bea@beta.example");
        Lease lease = take(NOW).orElseThrow();

        database.run(em -> new JpaMailQueue(em).failed(lease, MailReason.MAIL_ADDRESS_REFUSED, null));

        assertThat(take(after(9))).isEmpty();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation)));
        assertThat(deliveries.values())
                .containsExactly(new Delivery(Delivery.State.FAILED, 1, NOW, MailReason.MAIL_ADDRESS_REFUSED));
    }

    @Test
    void whoOutlivesTheLeaseSaysNothingOfTheAttemptThatFollowed() {
        String invitation = mailTo("bea@beta.example");
        Lease slow = take(NOW).orElseThrow();
        Lease next = take(NOW.plus(LEASE)).orElseThrow();

        database.run(em -> new JpaMailQueue(em).failed(slow, MailReason.MAIL_ADDRESS_REFUSED, null));
        assertThat(state(invitation)).isEqualTo(Delivery.State.WAITING);
        database.run(em -> new JpaMailQueue(em).sent(next));
        database.run(em -> new JpaMailQueue(em).failed(next, MailReason.MAIL_DELAYED, after(2)));

        assertThat(state(invitation)).isEqualTo(Delivery.State.SENT);
        assertThat(take(after(9))).isEmpty();
    }

    /** A mail that no one can read is put off like any other, and the next one has its turn. */
    @Test
    void aPoisonedMailKeepsNoOtherFromItsTurn() {
        String poisoned = mailTo("poison@beta.example");
        String good = mailTo("bea@beta.example");
        database.run(em -> {
            em.createNativeMutationQuery("update FOYER_MAIL set MAIL = 'NONSENSE', DUE_AT = 0 where INVITATION_ID = ?")
                    .setParameter(1, poisoned)
                    .executeUpdate();
        });

        Lease first = take(NOW).orElseThrow();
        assertThatThrownBy(() -> due(first)).isInstanceOf(RuntimeException.class);
        database.run(em -> new JpaMailQueue(em).failed(first, MailReason.MAIL_UNWRITTEN, after(3)));

        assertThat(due(take(NOW).orElseThrow()).map(Due::invitationId)).contains(good);
    }

    @Test
    void theRealmsThatMailsAreDueInAreFoundPageByPage() {
        mailTo("a@beta.example");
        mailTo("b@beta.example");
        InvitationFixture other = new InvitationFixture(database);
        other.invite(new EmailAddress("c@beta.example"));
        List<String> found = new ArrayList<>();
        List<String> page = realms(null);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = realms(page.get(page.size() - 1));
        }

        assertThat(found).doesNotHaveDuplicates().contains(realm.id, other.id);
        assertThat(realms(NOW.minusMillis(1), null)).doesNotContain(realm.id, other.id);
    }

    private List<String> realms(@Nullable String after) {
        return realms(NOW, after);
    }

    private List<String> realms(Instant now, @Nullable String after) {
        return database.call(em -> new JpaMailQueue(em).realms(now, after, 2));
    }

    private Delivery.State state(String invitation) {
        return Optional.ofNullable(database.call(em -> realm.outbox(em).deliveries(List.of(invitation)))
                        .get(invitation))
                .orElseThrow()
                .state();
    }

    @Test
    void ofManyServersOneSendsAMail() throws Exception {
        for (int i = 0; i < 3; i++) {
            mailTo("mail" + i + "@x.example");
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Optional<Lease>>> servers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Optional<Lease>>) () -> {
                    start.await();
                    return take(NOW);
                })
                .toList();
        List<String> taken = new ArrayList<>();
        for (Future<Optional<Lease>> result : threads.invokeAll(servers)) {
            result.get().map(Lease::id).ifPresent(taken::add);
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

    private Optional<Lease> take(Instant at) {
        return database.call(em -> new JpaMailQueue(em).take(realm.id, at, at.plus(LEASE)));
    }

    private Optional<Due> due(Lease lease) {
        return database.call(em -> new JpaMailQueue(em).read(lease));
    }
}
