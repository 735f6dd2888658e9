package dev.foyer.enablement.keycloak;

import dev.foyer.enablement.Enablement;
import dev.foyer.feature.Features;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The enablement of customer accounts in one realm, in one session. */
public record EnablementServices(KeycloakSession session, RealmModel realm) {

    public Enablement enablement() {
        return new Enablement(
                new RealmEnablementStore(realm), Features.installed().realmComponents(session, realm));
    }
}
