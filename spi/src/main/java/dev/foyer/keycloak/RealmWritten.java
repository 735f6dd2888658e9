package dev.foyer.keycloak;

import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.StoreSyncEvent;

/**
 * A realm that was written as a whole: by Keycloak's settings pages, its admin API or whoever calls that. Its attributes are
 * now those of the caller, all others are gone; its name can be another one.
 */
public record RealmWritten(KeycloakSession session, RealmModel realm) {

    /**
     * Keycloak has no event that says so. It has the user storage of a realm synchronized by another plan after each such
     * write, in its transaction; after a realm was made, when that transaction is over; and for single storages.
     */
    public static Optional<RealmWritten> of(ProviderEvent event) {
        return event instanceof StoreSyncEvent sync
                        && !sync.getRemoved()
                        && sync.getModel() == null
                        && isInTransaction(sync.getSession())
                ? Optional.of(new RealmWritten(sync.getSession(), sync.getRealm()))
                : Optional.empty();
    }

    private static boolean isInTransaction(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .isJoinedToTransaction();
    }
}
