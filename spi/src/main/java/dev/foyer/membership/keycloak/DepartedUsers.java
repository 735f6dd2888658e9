package dev.foyer.membership.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.Departures;
import dev.foyer.membership.jpa.MemberUsers;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.UserRows;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Removes what is kept of users who have gone without a word: with a storage of users that was removed, with "Remove imported
 * users", or because a realm was written over. They count no more since that very moment; this is for the rows.
 */
public final class DepartedUsers implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DepartedUsers.class);
    private static final int AT_ONCE = 2000;

    private final Departures departures = new Departures(AT_ONCE);
    private final Class<?> entity;

    /** @param entity with the attribute {@code userId} */
    public DepartedUsers(Class<?> entity) {
        this.entity = entity;
    }

    @Override
    public String name() {
        return "departed-users-" + entity.getSimpleName();
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(KeycloakSessionFactory sessions) {
        departures
                .step(new Rows(sessions, entity), KeycloakClock.INSTANCE.instant())
                .forEach((userId, failure) -> failure.ifPresentOrElse(
                        e -> LOG.warnf(e, "What is kept of user %s, who has gone, is still there", userId),
                        () -> LOG.infof("User %s has gone without a word, and what was kept of them too", userId)));
    }

    /** Each step in a transaction of its own. */
    private record Rows(KeycloakSessionFactory sessions, Class<?> entity) implements Departures.Kept {

        @Override
        public List<String> page(String after, int size) {
            return call(entityManager -> MemberUsers.page(entityManager, entity, after, size));
        }

        @Override
        public Set<String> gone(Collection<String> userIds) {
            return call(entityManager -> MemberUsers.gone(entityManager, userIds));
        }

        @Override
        public void remove(String userId) {
            KeycloakModelUtils.runJobInTransaction(
                    sessions, session -> UserRows.remove(EntityManagers.of(session), userId));
        }

        private <T> T call(Function<EntityManager, T> reading) {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions, session -> reading.apply(EntityManagers.of(session)));
        }
    }
}
