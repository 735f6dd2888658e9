package dev.foyer.enablement.feature;

import com.google.auto.service.AutoService;
import dev.foyer.enablement.keycloak.EnablementServices;
import dev.foyer.enablement.keycloak.ThemeComponents;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.keycloak.RealmSettings;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.provider.ProviderEvent;

/** Declares the enablement of customer accounts, and the themes that show them. */
@AutoService(Feature.class)
public final class EnablementFeature implements Feature {

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return ThemeComponents.of(session, realm).toList();
    }

    /** A realm may come from a file that has them enabled. No such file can hold the roles that are in the master realm. */
    @Override
    public void on(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created && new RealmSettings(created.getCreatedRealm()).isEnabled()) {
            new EnablementServices(created.getKeycloakSession(), created.getCreatedRealm())
                    .enablement()
                    .enable();
        }
    }
}
