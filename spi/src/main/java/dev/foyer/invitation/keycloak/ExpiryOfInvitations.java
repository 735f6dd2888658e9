package dev.foyer.invitation.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.invitation.ExpiryQueries.Overdue;
import dev.foyer.invitation.jpa.JpaExpiryQueries;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.RowByRow;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Ends the invitations that nobody answered in time. Other extensions may refuse one; the others go on. */
public final class ExpiryOfInvitations implements ScheduledTask {

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
        RowByRow.<Overdue>each(
                sessions,
                (entityManager, last, limit) -> new JpaExpiryQueries(entityManager).overdue(now, last, limit),
                ExpiryOfInvitations::expire);
    }

    private static void expire(KeycloakSession session, Overdue overdue) {
        RealmModel realm = session.realms().getRealm(overdue.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        new InvitationServices(session, realm).service().expire(overdue.invitationId());
    }
}
