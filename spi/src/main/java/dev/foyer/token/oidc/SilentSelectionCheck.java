package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.BrowserSession;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.keycloak.StatelessFactory;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.Selection;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.selection.keycloak.AccountGuesses;
import dev.foyer.selection.keycloak.ClientSettings;
import dev.foyer.selection.keycloak.ConsentNote;
import dev.foyer.selection.keycloak.SelectionServices;
import dev.foyer.selection.login.SelectionError;
import dev.foyer.selection.login.SignIn;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProviderFactory;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
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
        if (!TokenUtil.hasPrompt(request.getPrompt(), OIDCLoginProtocol.PROMPT_VALUE_NONE)
                || !RealmSettings.of(session).isEnabled()) {
            return;
        }
        AccountRequirement requirement = new ClientSettings(checker.getClient()).requirement(request.getScope());
        if (requirement == AccountRequirement.NEVER) {
            return;
        }
        Optional<BrowserSession> signedIn = BrowserSession.of(session);
        if (signedIn.isEmpty()) {
            return;
        }
        UserSessionModel sso = signedIn.get().sso();
        String hint = request.getAdditionalReqParams().get(SignIn.HINT);
        AccountGuesses guesses = AccountGuesses.of(session);
        if (hint != null && guesses.areStopped(sso)) {
            throw mustAsk();
        }
        SelectionRequest selection = new SelectionRequest(
                requirement == AccountRequirement.OPTIONAL,
                false,
                hint,
                SignIn.remembered(session, sso).map(AccountBinding::accountId).orElse(null),
                // Whether it was is known later, when Keycloak itself says that the person has to be asked.
                true,
                ConsentNote.read(checker.getClient(), () -> Optional.of(sso)));
        Accounts accounts =
                SelectionServices.of(session).accountsOf(signedIn.get().user());
        Selection decision = selection.decide(accounts);
        if (decision instanceof Selection.Ask || decision instanceof Selection.None) {
            if (selection.hintFails(accounts)) {
                guesses.count(sso);
            }
            throw mustAsk();
        }
    }

    private static AuthorizationCheckException mustAsk() {
        return new AuthorizationCheckException(
                Response.Status.BAD_REQUEST, SelectionError.NEEDED, SelectionError.DESCRIPTION);
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
