package dev.foyer.jpa;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

/** Takes away what belonged to a realm or user that was removed: an id that comes again must find nothing of its past. */
final class CleanUp {

    private CleanUp() {}

    static void on(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            // Removing a realm announces none of its users. The foreign keys cascade below the customers.
            String realmId = removed.getRealm().getId();
            delete(removed.getKeycloakSession(), "delete from CustomerEntity where realmId = :id", realmId);
            delete(removed.getKeycloakSession(), "delete from AttemptEntity where realmId = :id", realmId);
            delete(removed.getKeycloakSession(), "delete from PermissionEntity where realmId = :id", realmId);
        } else if (event instanceof UserRemovedEvent removed) {
            delete(
                    removed.getKeycloakSession(),
                    "delete from MembershipEntity where userId = :id",
                    removed.getUser().getId());
        }
    }

    private static void delete(KeycloakSession session, String statement, String id) {
        EntityManager entityManager =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entityManager.createQuery(statement).setParameter("id", id).executeUpdate();
    }
}
