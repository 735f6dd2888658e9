package dev.foyer.invitation.login;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link PendingInvitations}. */
@AutoService(RequiredActionFactory.class)
public final class PendingInvitationsFactory
        implements RequiredActionFactory, StatelessFactory<RequiredActionProvider> {

    public static final String ID = "foyer-invitations";

    /** Its name for admins, who may change it. */
    public static final String DISPLAY_TEXT = "Answer invitations";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new PendingInvitations(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return DISPLAY_TEXT;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }
}
