package dev.foyer.registration.login;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link RegistrationAccount} as a step of registration forms. */
@AutoService(FormActionFactory.class)
public final class RegistrationAccountFactory implements FormActionFactory, StatelessFactory<FormAction> {

    public static final String ID = "foyer-registration-account";

    @Override
    public FormAction create(KeycloakSession session) {
        return new RegistrationAccount(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Open a customer account";
    }

    @Override
    public String getHelpText() {
        return "Opens an account for the company or private person that registers. Must come after the creation of the user.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
