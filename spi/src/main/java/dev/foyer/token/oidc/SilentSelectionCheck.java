package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.ClientSettings;
import dev.foyer.keycloak.Foyer;
import dev.foyer.keycloak.StatelessFactory;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Selection;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.selection.login.SignIn;
import dev.foyer.token.Pin;
import jakarta.ws.rs.core.Response;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProviderFactory;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

/**
 * Under {@code prompt=none} nobody may be asked: where a choice is needed, the application is told so by the error
 * {@code account_selection_required} (OpenID Connect Core 1.0, section 3.1.2.6) instead of Keycloak's general one.
 */
final class SilentSelectionCheck implements AuthorizationEndpointCheckProvider {

    private final KeycloakSession session;

    private SilentSelectionCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker checker) throws AuthorizationCheckException {
        AuthorizationEndpointRequest request = checker.getAuthorizationEndpointRequest();
        Foyer foyer = Foyer.of(session);
        if (!TokenUtil.hasPrompt(request.getPrompt(), OIDCLoginProtocol.PROMPT_VALUE_NONE)
                || !foyer.settings().isEnabled()) {
            return;
        }
        AccountRequirement requirement = new ClientSettings(checker.getClient()).requirement(request.getScope());
        if (requirement == AccountRequirement.NEVER) {
            return;
        }
        var signedIn = AuthenticationManager.authenticateIdentityCookie(session, checker.getRealm(), true);
        if (signedIn == null) {
            return;
        }
        Selection selection = new SelectionRequest(
                        requirement == AccountRequirement.OPTIONAL,
                        false,
                        request.getAdditionalReqParams().get(SignIn.HINT),
                        SignIn.remembered(session, signedIn.session())
                                .map(Pin::accountId)
                                .orElse(null),
                        // Whether it was is known later, when Keycloak itself says that the person has to be asked.
                        true)
                .decide(foyer.accountsOf(signedIn.user()));
        boolean mustAsk = selection instanceof Selection.Ask || selection instanceof Selection.None;
        if (mustAsk) {
            throw new AuthorizationCheckException(
                    Response.Status.BAD_REQUEST, "account_selection_required", "The user has to choose an account");
        }
    }

    @Override
    public void close() {}

    /** Registers the check. */
    @AutoService(AuthorizationEndpointCheckProviderFactory.class)
    public static final class Factory
            implements AuthorizationEndpointCheckProviderFactory, StatelessFactory<AuthorizationEndpointCheckProvider> {

        @Override
        public AuthorizationEndpointCheckProvider create(KeycloakSession session) {
            return new SilentSelectionCheck(session);
        }

        @Override
        public String getId() {
            return "foyer-silent-selection";
        }

        @Override
        public boolean isSupported(Config.Scope config) {
            return true;
        }
    }
}
