package dev.foyer.persistence;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The database of a Keycloak session. */
public final class EntityManagers {
    private EntityManagers() {}

    /** The entity manager of the session's transaction. */
    public static EntityManager of(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
