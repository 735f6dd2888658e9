package dev.foyer.selection.login;

import dev.foyer.keycloak.ClientSettings;
import dev.foyer.keycloak.DevicePin;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.token.PinnedScope;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One sign-in under way, read and written in the words of the selection. */
public final class SignIn {

    /** The note of the SSO session that keeps the account selected last: a default for the next client, never a pin. */
    public static final String REMEMBERED = "foyer.account";

    /** The parameter of the authorization request, and of the direct grant under its own name. */
    public static final String HINT = "account_hint";

    private static final String DIRECT_GRANT_HINT = "account";
    private static final String HINT_NOTE = "client_request_param_" + HINT;
    private static final String PROMPT_SELECT = "select_account";
    private static final String DEVICE_NOTE = "OAUTH2_DEVICE_VERIFIED_USER_CODE";

    /** Set once the selection of this sign-in is made; the triggers of required actions run several times. */
    private static final String DONE = "foyer.selected";

    private static final String WITHOUT = "-";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authentication;

    SignIn(KeycloakSession session, AuthenticationSessionModel authentication) {
        this.session = session;
        this.authentication = authentication;
    }

    AccountRequirement requirement() {
        return new ClientSettings(authentication.getClient()).requirement(scope());
    }

    /** Whether the application itself started the switch of accounts ({@code kc_action}) and waits for it. */
    boolean isSwitch() {
        return AccountSelectionFactory.ID.equals(authentication.getClientNote(Constants.KC_ACTION));
    }

    /** The account that the application wants to switch to without a page. */
    @Nullable String switchTarget() {
        return isSwitch() ? authentication.getClientNote(Constants.KC_ACTION_PARAMETER) : null;
    }

    /** Whether a page can be shown: in a browser or on the page of the device flow, but not in a direct grant. */
    boolean canAsk() {
        return authentication.getClientNote(OAuth2Constants.RESPONSE_TYPE) != null
                || authentication.getClientNote(DEVICE_NOTE) != null;
    }

    SelectionRequest request() {
        String prompt = authentication.getClientNote(OAuth2Constants.PROMPT);
        boolean ask = prompt != null && Arrays.asList(prompt.split(" ")).contains(PROMPT_SELECT);
        String hint = canAsk()
                ? authentication.getClientNote(HINT_NOTE)
                : session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(DIRECT_GRANT_HINT);
        return new SelectionRequest(ask, hint, remembered());
    }

    /** The id of the account selected before in this SSO session. */
    @Nullable String remembered() {
        return existing().map(sso -> sso.getNote(REMEMBERED)).orElse(null);
    }

    /** The SSO session that the person came in by, if it is the same person's. */
    Optional<UserSessionModel> existing() {
        String userId = authentication.getAuthenticatedUser().getId();
        String sessionId = authentication.getParentSession().getId();
        return Optional.ofNullable(session.sessions().getUserSession(authentication.getRealm(), sessionId))
                .filter(sso -> sso.getUser() != null && sso.getUser().getId().equals(userId));
    }

    /** Where the person ends that session (OpenID Connect RP-Initiated Logout 1.0). */
    String logoutUrl() {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms/{realm}/protocol/openid-connect/logout")
                .queryParam(
                        OAuth2Constants.CLIENT_ID, authentication.getClient().getClientId())
                .build(authentication.getRealm().getName())
                .toString();
    }

    boolean isDone() {
        return authentication.getAuthNote(DONE) != null;
    }

    /** The id of the account that this sign-in is for. */
    Optional<String> selected() {
        return Optional.ofNullable(authentication.getAuthNote(DONE)).filter(id -> !id.equals(WITHOUT));
    }

    void select(Account account) {
        authentication.setAuthNote(DONE, account.id());
        authentication.setUserSessionNote(REMEMBERED, account.id());
        authentication.setClientNote(OAuth2Constants.SCOPE, PinnedScope.pin(scope(), account.id()));
        authentication.removeRequiredAction(AccountSelectionFactory.ID);
        String userCode = authentication.getClientNote(DEVICE_NOTE);
        if (userCode != null) {
            DevicePin.keep(session, authentication.getClient(), userCode, account.id());
        }
    }

    /** Goes on without an account. */
    void selectNone() {
        authentication.setAuthNote(DONE, WITHOUT);
    }

    void ask() {
        authentication.addRequiredAction(AccountSelectionFactory.ID);
    }

    private String scope() {
        String scope = authentication.getClientNote(OAuth2Constants.SCOPE);
        return scope == null ? "" : scope;
    }
}
