package dev.foyer.membership.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.jpa.OverdueMemberships;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.RowByRow;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Suspends the memberships that have come to their end. They open nothing since that very moment; this is for those who
 * read lists.
 */
public final class EndOfMemberships implements ScheduledTask {

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(KeycloakSessionFactory sessions) {
        Instant now = KeycloakClock.INSTANCE.instant();
        RowByRow.<String>inBatches(
                sessions,
                (entityManager, last, limit) -> OverdueMemberships.find(entityManager, now, last, limit),
                (session, ids) -> OverdueMemberships.suspend(EntityManagers.of(session), now, ids));
    }
}
