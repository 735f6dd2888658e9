package dev.foyer.membership.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.jpa.OverdueMemberships;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

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
        KeycloakModelUtils.runJobInTransaction(
                sessions,
                session -> OverdueMemberships.suspend(EntityManagers.of(session), KeycloakClock.INSTANCE.instant()));
    }
}
