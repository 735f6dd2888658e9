package dev.foyer.invitation.email;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.invitation.jpa.JpaMailQueue;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends the mails that wait, at least once each: who is killed between sending a mail and saying so leaves it to be sent
 * again, with a new link. Realms go side by side, and so do a few mails of each.
 */
public final class MailSender implements ScheduledTask {

    private static final Duration EVERY = Duration.ofSeconds(3);

    /** Keycloak's default pool has a hundred connections to the database; a mail holds one for moments only. */
    private static final int THREADS = 24;

    private static final int MAILS_OF_A_REALM = 3;

    /** Mail servers that are well answer within seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int REALMS_AT_ONCE = 500;

    private final Lanes lanes = new Lanes(threads(), MAILS_OF_A_REALM, PATIENCE);

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration interval() {
        return EVERY;
    }

    /** Sees to it that all that is due is being sent, and waits for none of it. */
    @Override
    public void run(KeycloakSessionFactory sessions) {
        NextMail next = new NextMail(sessions);
        Instant now = KeycloakClock.INSTANCE.instant();
        String last = null;
        List<String> realms;
        do {
            realms = realms(sessions, now, last);
            for (String realm : realms) {
                if (KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, session -> NextMail.mayBeSent(session, realm))) {
                    lanes.open(realm, () -> next.send(realm));
                }
                last = realm;
            }
        } while (realms.size() == REALMS_AT_ONCE);
    }

    private static List<String> realms(KeycloakSessionFactory sessions, Instant now, @Nullable String after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> realms(session, now, after));
    }

    private static List<String> realms(KeycloakSession session, Instant now, @Nullable String after) {
        return new JpaMailQueue(EntityManagers.of(session)).realms(now, after, REALMS_AT_ONCE);
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), MailSender::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "foyer-mail");
        thread.setDaemon(true);
        thread.setContextClassLoader(MailSender.class.getClassLoader());
        return thread;
    }
}
