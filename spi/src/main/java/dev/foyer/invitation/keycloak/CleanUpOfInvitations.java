package dev.foyer.invitation.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.jpa.OldInvitations;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.RowByRow;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Forgets the invitations that ended longer ago than their realm keeps them, and what the limits do not count any more. */
public final class CleanUpOfInvitations implements ScheduledTask {

    @Override
    public String name() {
        return "old-invitations";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(KeycloakSessionFactory sessions) {
        Instant now = KeycloakClock.INSTANCE.instant();
        RowByRow.<String>inBatches(
                sessions,
                (entityManager, last, limit) ->
                        OldInvitations.sendings(entityManager, now.minus(InvitationRules.WINDOW), last, limit),
                (session, ids) -> OldInvitations.removeSendings(EntityManagers.of(session), ids));
        RowByRow.each(sessions, OldInvitations::realms, (session, realm) -> forget(sessions, session, realm, now));
    }

    private static void forget(KeycloakSessionFactory sessions, KeycloakSession session, String realmId, Instant now) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            Instant before = now.minus(new InvitationSettings(realm).kept());
            RowByRow.<String>inBatches(
                    sessions,
                    (entityManager, last, limit) -> OldInvitations.ended(entityManager, realmId, before, last, limit),
                    (inner, ids) -> OldInvitations.remove(EntityManagers.of(inner), ids));
        }
    }
}
