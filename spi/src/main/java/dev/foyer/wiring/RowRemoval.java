package dev.foyer.wiring;

import dev.foyer.feature.Features;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.PlannerStatistics;
import dev.foyer.persistence.UserRows;
import jakarta.persistence.EntityManager;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

/** Takes away what belonged to a realm or user that was removed: an id that comes again must find nothing of its past. */
final class RowRemoval {
    private RowRemoval() {}

    static void on(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            // Removing a realm announces none of its users.
            EntityManager entityManager = EntityManagers.of(removed.getKeycloakSession());
            PlannerStatistics.begin(entityManager);
            Features.installed()
                    .removalsOfRealm()
                    .forEach(delete ->
                            execute(entityManager, delete, removed.getRealm().getId()));
        } else if (event instanceof UserRemovedEvent removed) {
            UserRows.remove(
                    EntityManagers.of(removed.getKeycloakSession()),
                    removed.getUser().getId());
        }
    }

    private static void execute(EntityManager entityManager, String statement, String id) {
        entityManager.createQuery(statement).setParameter("id", id).executeUpdate();
    }
}
