package dev.foyer.selection.login;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link AccountSelection} as the required action that {@code kc_action=switch-account} starts too. */
@AutoService(RequiredActionFactory.class)
public final class AccountSelectionFactory implements RequiredActionFactory, StatelessFactory<RequiredActionProvider> {

    public static final String ID = "switch-account";

    /** Its name for admins, who may change it. */
    public static final String DISPLAY_TEXT = "Choose an account";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AccountSelection(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return DISPLAY_TEXT;
    }

    /** Nothing to set: above all no maximum age, a switch never asks for the password again. */
    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }
}
