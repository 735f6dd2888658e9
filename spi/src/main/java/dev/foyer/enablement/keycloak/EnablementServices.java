package dev.foyer.enablement.keycloak;

import dev.foyer.enablement.Enablement;
import dev.foyer.enablement.jpa.JpaStoredSettings;
import dev.foyer.feature.Features;
import dev.foyer.feature.RealmComponent;
import dev.foyer.persistence.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The enablement of customer accounts in one realm, in one session. */
public record EnablementServices(KeycloakSession session, RealmModel realm) {

    public Enablement enablement() {
        return new Enablement(
                new RealmEnablementStore(realm, settings()),
                Features.installed().realmComponents(session, realm));
    }

    /** What the realm has set. */
    public KeptSettings settings() {
        return new KeptSettings(
                realm,
                new JpaStoredSettings(EntityManagers.of(session), realm.getId()),
                Features.installed().settings());
    }

    /** The mirror of its settings, in which everybody reads them. */
    public RealmComponent mirror() {
        return new RealmComponent(
                "settings", () -> settings().isMirrored(), () -> settings().restore(), () -> {});
    }
}
