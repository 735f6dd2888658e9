package dev.foyer.invitation.email;

import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.MailQueue;
import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.MailQueue.Lease;
import dev.foyer.invitation.MailReason;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.invitation.jpa.JpaMailQueue;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends the mail of a realm that waits longest, and notes what became of it: each step is a transaction of its own. */
record NextMail(KeycloakSessionFactory sessions) {

    private static final Logger LOG = Logger.getLogger(NextMail.class);
    private static final InstantSource CLOCK = KeycloakClock.INSTANCE;

    /** Longer than Keycloak waits for any mail server, unless a realm tells it otherwise. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** About a day of attempts. */
    private static final int ATTEMPTS = 32;

    /** False if the realm has no more for now, or no mail server. */
    boolean send(String realmId) {
        Optional<Lease> lease = inTransaction(session -> take(session, realmId));
        return lease.isPresent() && attempt(lease.get());
    }

    private boolean attempt(Lease lease) {
        if (lease.attempts() > ATTEMPTS) {
            // Each attempt has ended with its server, or never.
            inTransaction(session -> failed(session, lease, MailReason.MAIL_DELAYED));
            return true;
        }
        try {
            Optional<InvitationMail> mail = inTransaction(session -> prepare(session, lease));
            if (mail.isPresent()) {
                inTransaction(session -> send(session, lease, mail.get()));
                inTransaction(session -> sent(session, lease));
            }
            return true;
        } catch (RuntimeException failure) {
            MailReason reason = MailFailure.reasonOf(failure);
            LOG.warnf(
                    "Mail %s about an invitation in realm %s was not sent, attempt %d: %s",
                    lease.id(), lease.realmId(), lease.attempts(), failure);
            inTransaction(session -> failed(session, lease, reason));
            return reason != MailReason.MAIL_SERVER_UNAVAILABLE;
        }
    }

    private static Optional<Lease> take(KeycloakSession session, String realmId) {
        Instant now = CLOCK.instant();
        return mayBeSent(session, realmId) ? mails(session).take(realmId, now, now.plus(LEASE)) : Optional.empty();
    }

    /** The mails of a realm that is switched off wait. */
    static boolean mayBeSent(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm != null && realm.isEnabled() && new RealmSettings(realm).isEnabled();
    }

    /** The mail is dropped if there is nothing to be told any more, or nobody to be told. */
    private static Optional<InvitationMail> prepare(KeycloakSession session, Lease lease) {
        MailQueue mails = mails(session);
        Optional<InvitationMail> mail = mails.read(lease).flatMap(due -> prepare(session, lease, due));
        if (mail.isEmpty()) {
            mails.drop(lease);
        }
        return mail;
    }

    private static Optional<InvitationMail> prepare(KeycloakSession session, Lease lease, Due due) {
        RealmModel realm = enter(session, lease);
        Invitations invitations = new InvitationServices(session, realm).invitations();
        // The link is known to the database before it is to anybody else.
        InvitationToken token = due.mail() == Mail.INVITED ? InvitationToken.random() : null;
        return invitations
                .offer(due.invitationId())
                .filter(offer -> token == null || seal(invitations, offer, token))
                .flatMap(offer -> InvitationMail.of(session, realm, offer, due, token));
    }

    private static boolean seal(Invitations invitations, Offer offer, InvitationToken token) {
        return offer.invitation().isOpen(CLOCK.instant())
                && invitations.seal(offer.invitation().id(), token);
    }

    private static @Nullable Void send(KeycloakSession session, Lease lease, InvitationMail mail) {
        mail.send(session, enter(session, lease));
        return null;
    }

    private static @Nullable Void sent(KeycloakSession session, Lease lease) {
        mails(session).sent(lease);
        return null;
    }

    private static @Nullable Void failed(KeycloakSession session, Lease lease, MailReason reason) {
        boolean again = !reason.isPermanent() && lease.attempts() < ATTEMPTS;
        mails(session).failed(lease, reason, again ? CLOCK.instant().plus(pause(lease.attempts())) : null);
        return null;
    }

    private static RealmModel enter(KeycloakSession session, Lease lease) {
        RealmModel realm = session.realms().getRealm(lease.realmId());
        session.getContext().setRealm(realm);
        return realm;
    }

    private static MailQueue mails(KeycloakSession session) {
        return new JpaMailQueue(EntityManagers.of(session));
    }

    private static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private <T extends @Nullable Object> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
