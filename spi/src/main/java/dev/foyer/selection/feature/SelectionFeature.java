package dev.foyer.selection.feature;

import com.google.auto.service.AutoService;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.Setting;
import dev.foyer.keycloak.RequiredActionComponents;
import dev.foyer.membership.feature.MembershipFeature;
import dev.foyer.selection.keycloak.SelectionSettings;
import dev.foyer.selection.login.AccountSelectionFactory;
import dev.foyer.staff.feature.StaffFeature;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Declares the selection of an account as the last step of sign-ins. */
@AutoService(Feature.class)
public final class SelectionFeature implements Feature {
    private static final int PRIORITY = 1000;

    @Override
    public List<Class<? extends Feature>> builtOn() {
        return List.of(MembershipFeature.class, StaffFeature.class);
    }

    @Override
    public List<Setting<?>> settings() {
        return SelectionSettings.all();
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return new RequiredActionComponents(
                        realm,
                        "required-action",
                        AccountSelectionFactory.ID,
                        AccountSelectionFactory.DISPLAY_TEXT,
                        PRIORITY)
                .list();
    }
}
