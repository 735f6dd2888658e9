package dev.foyer.invitation.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.invitation.ExpiryQueries;
import dev.foyer.invitation.ExpiryQueries.Overdue;
import dev.foyer.invitation.jpa.JpaExpiryQueries;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Ends the invitations that nobody answered in time. */
public final class ExpiryOfInvitations implements ScheduledTask {
    private static final Logger LOG = Logger.getLogger(ExpiryOfInvitations.class);
    private static final int AT_ONCE = 500;

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(KeycloakSessionFactory sessions) {
        Instant now = KeycloakClock.INSTANCE.instant();
        List<Overdue> overdue = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            ExpiryQueries queries = new JpaExpiryQueries(EntityManagers.of(session));
            return queries.overdue(now, AT_ONCE);
        });
        overdue.forEach(one -> expire(sessions, one));
    }

    /** Other extensions may refuse one; that is no reason for the others to wait. */
    private static void expire(KeycloakSessionFactory sessions, Overdue overdue) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> expire(session, overdue));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Invitation %s has not expired; it is tried again", overdue.invitationId());
        }
    }

    private static void expire(KeycloakSession session, Overdue overdue) {
        RealmModel realm = session.realms().getRealm(overdue.realmId());
        session.getContext().setRealm(realm);
        new InvitationServices(session, realm).service().expire(overdue.invitationId());
    }
}
