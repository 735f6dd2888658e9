package dev.foyer.enablement.feature;

import com.google.auto.service.AutoService;
import dev.foyer.Reason;
import dev.foyer.enablement.EnablementReason;
import dev.foyer.enablement.jpa.RealmSettingEntity;
import dev.foyer.enablement.keycloak.EnablementServices;
import dev.foyer.enablement.keycloak.EnablementSettings;
import dev.foyer.enablement.keycloak.RealmFiles;
import dev.foyer.enablement.keycloak.ThemeComponents;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Declares the enablement of customer accounts, what realms set, and the themes that show them. */
@AutoService(Feature.class)
public final class EnablementFeature implements Feature {

    @Override
    public List<Class<?>> entities() {
        return List.of(RealmSettingEntity.class);
    }

    @Override
    public Map<String, Reason> constraints() {
        return Map.of("FOYER_PK_REALM_SETTING", EnablementReason.SETTINGS_CHANGED);
    }

    @Override
    public List<String> removalsOfRealm() {
        return List.of("delete from RealmSettingEntity where realmId = :id");
    }

    @Override
    public List<Setting<?>> settings() {
        return EnablementSettings.all();
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return Stream.concat(
                        Stream.of(new EnablementServices(session, realm).mirror()), ThemeComponents.of(session, realm))
                .toList();
    }

    @Override
    public void on(ProviderEvent event) {
        RealmFiles.on(event);
    }
}
