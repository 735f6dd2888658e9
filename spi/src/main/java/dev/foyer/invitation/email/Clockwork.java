package dev.foyer.invitation.email;

import dev.foyer.invitation.Upkeep;
import dev.foyer.invitation.Upkeep.Overdue;
import dev.foyer.keycloak.Foyer;
import dev.foyer.keycloak.KeycloakClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/**
 * What happens by itself, on every node: the database sees to it that nothing happens twice. Keycloak's timer only gives the
 * beat; a slow mail server must not hold up what else hangs on it.
 */
public final class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final String NAME = "foyer";
    private static final Duration MAIL_EVERY = Duration.ofSeconds(3);
    private static final Duration UPKEEP_EVERY = Duration.ofMinutes(1);
    private static final int OVERDUE_AT_ONCE = 500;

    private final KeycloakSessionFactory sessions;
    private final Executor executor;
    private final Clock clock = new KeycloakClock();
    private final MailSender sender;

    private Clockwork(KeycloakSession session) {
        sessions = session.getKeycloakSessionFactory();
        executor = session.getProvider(ExecutorsProvider.class).getExecutor(NAME);
        sender = new MailSender(sessions, clock);
    }

    /** To be registered with the session factory: starts once the server is up. */
    public static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(), session -> new Clockwork(session).start(session));
        }
    }

    private void start(KeycloakSession session) {
        TimerProvider timer = session.getProvider(TimerProvider.class);
        timer.schedule(() -> run(sender::sendDue), MAIL_EVERY.toMillis(), NAME + "-mail");
        timer.schedule(() -> run(this::keepUp), UPKEEP_EVERY.toMillis(), NAME + "-upkeep");
    }

    /** An exception would stop the timer, and Keycloak's own tasks with it. */
    private void run(Runnable work) {
        try {
            executor.execute(() -> attempt(work));
        } catch (RuntimeException e) {
            LOG.debug("The server goes down", e);
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("What should have happened by itself did not; it is tried again", e);
        }
    }

    private void keepUp() {
        long now = clock.millis();
        List<Overdue> overdue = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            Upkeep upkeep = Foyer.upkeep(session);
            upkeep.endMemberships(now);
            return upkeep.overdue(now, OVERDUE_AT_ONCE);
        });
        // Other extensions may refuse one; that is no reason for the others to wait.
        overdue.forEach(one ->
                attempt(() -> KeycloakModelUtils.runJobInTransaction(sessions, session -> expire(session, one))));
    }

    private static void expire(KeycloakSession session, Overdue overdue) {
        RealmModel realm = session.realms().getRealm(overdue.realmId());
        session.getContext().setRealm(realm);
        Foyer.of(session, realm).inviting().expire(overdue.invitationId());
    }
}
