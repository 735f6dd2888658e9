package dev.foyer.wiring;

import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.UserRows;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

/** Takes away what belonged to a realm or user that was removed: an id that comes again must find nothing of its past. */
final class RowRemoval {
    private RowRemoval() {}

    static void on(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            // Removing a realm announces none of its users.
            RemovedRealms.of(removed.getKeycloakSession()).add(removed.getRealm());
        } else if (event instanceof RealmPostCreateEvent created) {
            RemovedRealms.find(created.getKeycloakSession())
                    .ifPresent(removed -> removed.madeAgain(created.getCreatedRealm()));
        } else if (event instanceof UserRemovedEvent removed) {
            UserRows.remove(
                    EntityManagers.of(removed.getKeycloakSession()),
                    removed.getUser().getId());
        }
    }
}
