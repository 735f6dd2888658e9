package dev.foyer.staff.feature;

import com.google.auto.service.AutoService;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.Setting;
import dev.foyer.membership.feature.MembershipFeature;
import dev.foyer.staff.keycloak.RoleGiving;
import dev.foyer.staff.keycloak.StaffRoleComponents;
import dev.foyer.staff.keycloak.StaffSettings;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Declares the roles of staff. */
@AutoService(Feature.class)
public final class StaffFeature implements Feature {

    @Override
    public List<Class<? extends Feature>> builtOn() {
        return List.of(MembershipFeature.class);
    }

    @Override
    public List<Setting<?>> settings() {
        return StaffSettings.all();
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return StaffRoleComponents.of(session, realm).toList();
    }

    @Override
    public void on(ProviderEvent event) {
        RoleGiving.on(event);
    }
}
