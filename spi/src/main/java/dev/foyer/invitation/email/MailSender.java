package dev.foyer.invitation.email;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.MailQueue;
import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.invitation.jpa.JpaMailQueue;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends the mails that wait, at least once each: who is killed between sending a mail and saying so leaves it to be sent
 * again, with a new link.
 */
public final class MailSender implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    /** Longer than Keycloak waits for any mail server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** About a day of attempts. */
    private static final int ATTEMPTS = 32;

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final InstantSource clock = KeycloakClock.INSTANCE;
    private final AtomicBoolean running = new AtomicBoolean();

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration interval() {
        return EVERY;
    }

    /** Sends all that is due, unless this node is doing so already. */
    @Override
    public void run(KeycloakSessionFactory sessions) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            // A mail server that does not answer must not hold up the mails of other realms.
            Set<String> waiting = new HashSet<>();
            Optional<Due> next = take(sessions, waiting);
            while (next.isPresent()) {
                if (!send(sessions, next.get())) {
                    waiting.add(next.get().realmId());
                }
                next = take(sessions, waiting);
            }
        } finally {
            running.set(false);
        }
    }

    private Optional<Due> take(KeycloakSessionFactory sessions, Set<String> without) {
        Instant now = clock.instant();
        return inTransaction(sessions, session -> mails(session).take(now, now.plus(LEASE), without));
    }

    private boolean send(KeycloakSessionFactory sessions, Due due) {
        try {
            // The link is known to the database before it is to anybody else.
            InvitationToken token = due.mail() == Mail.INVITED ? InvitationToken.random() : null;
            boolean open = inTransaction(sessions, session -> prepare(session, due, token));
            if (open) {
                inTransaction(sessions, session -> {
                    deliver(session, due, token);
                    mails(session).sent(due.id());
                    return true;
                });
            }
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "Mail %s about an invitation in realm %s was not sent, attempt %d: %s",
                    due.id(), due.realmId(), due.attempts(), failure);
            Instant again = due.attempts() < ATTEMPTS ? clock.instant().plus(pause(due.attempts())) : null;
            inTransaction(sessions, session -> {
                mails(session).failed(due.id(), again);
                return true;
            });
            return false;
        }
    }

    /** False, and the mail is dropped, if there is nothing to be told any more. */
    private boolean prepare(KeycloakSession session, Due due, @Nullable InvitationToken token) {
        Invitations invitations = invitations(session, due);
        Optional<Offer> offer = invitations.offer(due.invitationId());
        boolean told = token == null
                ? offer.isPresent()
                : offer.filter(found -> found.invitation().isOpen(clock.instant()))
                                .isPresent()
                        && invitations.seal(due.invitationId(), token);
        if (!told) {
            mails(session).drop(due.id());
        }
        return told;
    }

    private static void deliver(KeycloakSession session, Due due, @Nullable InvitationToken token) {
        Optional<Offer> offer = invitations(session, due).offer(due.invitationId());
        try {
            if (offer.isPresent()) {
                new InvitationMail(session, session.getContext().getRealm(), offer.get()).send(due, token);
            }
        } catch (EmailException e) {
            throw new Undelivered(e);
        }
    }

    private static Invitations invitations(KeycloakSession session, Due due) {
        RealmModel realm = session.realms().getRealm(due.realmId());
        session.getContext().setRealm(realm);
        return new InvitationServices(session, realm).invitations();
    }

    private static MailQueue mails(KeycloakSession session) {
        return new JpaMailQueue(EntityManagers.of(session));
    }

    private static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static <T> T inTransaction(KeycloakSessionFactory sessions, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }

    /** The mail server did not take the mail. */
    private static final class Undelivered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undelivered(EmailException failure) {
            super(String.valueOf(failure.getCause() == null ? failure.getMessage() : failure.getCause()), failure);
        }
    }
}
