package dev.foyer.selection.login;

import dev.foyer.keycloak.ClientSettings;
import dev.foyer.keycloak.DevicePin;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.Foyer;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.token.Pin;
import dev.foyer.token.PinnedScope;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
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

    private static final String NUMBER = "foyer.selected.number";
    private static final String CAPACITY = "foyer.selected.capacity";
    private static final String STEP_UP = "foyer.step-up";
    private static final String SAML = "saml";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authentication;

    public SignIn(KeycloakSession session, AuthenticationSessionModel authentication) {
        this.session = session;
        this.authentication = authentication;
    }

    public AccountRequirement requirement() {
        return new ClientSettings(authentication.getClient()).requirement(scope());
    }

    /** Whether the account is selected for a SAML assertion, which staff has no way to give back in time. */
    boolean isSaml() {
        return SAML.equals(authentication.getProtocol());
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
    public boolean canAsk() {
        return isSaml()
                || authentication.getClientNote(OAuth2Constants.RESPONSE_TYPE) != null
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
        boolean optional = requirement() == AccountRequirement.OPTIONAL;
        return new SelectionRequest(
                optional, ask, hint, remembered(), secondFactor().isUsed());
    }

    SecondFactor secondFactor() {
        return new SecondFactor(session, authentication);
    }

    /** The id of the account selected before in this SSO session, or {@link SelectionRequest#WITHOUT}. */
    @Nullable String remembered() {
        return existing()
                .flatMap(sso -> remembered(session, sso))
                .map(Pin::accountId)
                .orElse(null);
    }

    /** What an SSO session remembers; nothing of staff whose time is up. */
    public static Optional<Pin> remembered(KeycloakSession session, UserSessionModel sso) {
        long now = Foyer.of(session).clock().instant().getEpochSecond();
        return Optional.ofNullable(sso.getNote(REMEMBERED)).flatMap(Pin::parse).filter(pin -> !pin.isOver(now));
    }

    /** The SSO session that the person came in by, if it is the same person's. */
    public Optional<UserSessionModel> existing() {
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

    /** Has the selection made once more: the person has an account more than when it was made. */
    public void reconsider() {
        authentication.removeAuthNote(DONE);
    }

    boolean isDone() {
        return authentication.getAuthNote(DONE) != null;
    }

    /** Forgets a pin that nobody was given: the scope came from outside. */
    void unpin() {
        String scope = authentication.getClientNote(OAuth2Constants.SCOPE);
        if (scope != null && PinnedScope.read(scope).isPresent()) {
            authentication.setClientNote(OAuth2Constants.SCOPE, PinnedScope.unpin(scope));
        }
    }

    /** Selects the account; for staff who have been in it for a while without beginning a new stay. */
    void select(Account account) {
        Pin pin = existing()
                .flatMap(sso -> remembered(session, sso))
                .filter(running -> running.accountId().equals(account.id()))
                .filter(running -> (running.staffUntil() != null) == account.isEnteredByStaff())
                .orElseGet(() -> Foyer.of(session).pin(account));
        select(account, pin);
    }

    /** Selects the account that the person has just pointed at. */
    void enter(Account account) {
        select(account, Foyer.of(session).pin(account));
    }

    private void select(Account account, Pin pin) {
        authentication.setAuthNote(DONE, pin.toString());
        authentication.setAuthNote(NUMBER, account.number().value());
        authentication.setAuthNote(CAPACITY, account.capacity().key());
        authentication.removeAuthNote(STEP_UP);
        authentication.setUserSessionNote(REMEMBERED, pin.toString());
        authentication.setClientNote(OAuth2Constants.SCOPE, PinnedScope.pin(scope(), pin));
        authentication.removeRequiredAction(AccountSelectionFactory.ID);
        String userCode = authentication.getClientNote(DEVICE_NOTE);
        if (userCode != null) {
            DevicePin.keep(session, authentication.getClient(), userCode, pin);
        }
    }

    /** Goes on without an account. */
    void selectNone() {
        authentication.setAuthNote(DONE, SelectionRequest.WITHOUT);
        authentication.removeRequiredAction(AccountSelectionFactory.ID);
    }

    /** Goes on without an account, and stays so in this SSO session. */
    void leaveOut() {
        authentication.setUserSessionNote(REMEMBERED, SelectionRequest.WITHOUT);
        selectNone();
    }

    /** The id of the account that waits for the second factor. */
    @Nullable String steppingUpFor() {
        return authentication.getAuthNote(STEP_UP);
    }

    void stepUpFor(Account account) {
        authentication.setAuthNote(STEP_UP, account.id());
        ask();
    }

    /** Whether staff may leave the choice: nobody has to act for a customer at an application that takes people without. */
    boolean mayGoWithout(Accounts accounts) {
        return accounts.areForStaff() && requirement() == AccountRequirement.OPTIONAL;
    }

    /** Tells an event what a switch of the running session changes. */
    void describeSwitch(EventBuilder event, Account target) {
        if (isSwitch()) {
            EventDetails.describeSwitch(event, remembered(), target);
        }
    }

    /** Tells an event which account the sign-in is for. */
    void describe(EventBuilder event) {
        selected(authentication)
                .ifPresent(pin -> EventDetails.describe(
                        event,
                        pin.accountId(),
                        authentication.getAuthNote(NUMBER),
                        authentication.getAuthNote(CAPACITY)));
    }

    /** The account that an authentication session is for. */
    public static Optional<Pin> selected(AuthenticationSessionModel authentication) {
        return Optional.ofNullable(authentication.getAuthNote(DONE))
                .filter(pin -> !pin.equals(SelectionRequest.WITHOUT))
                .flatMap(Pin::parse);
    }

    void ask() {
        authentication.addRequiredAction(AccountSelectionFactory.ID);
    }

    private String scope() {
        String scope = authentication.getClientNote(OAuth2Constants.SCOPE);
        return scope == null ? "" : scope;
    }
}
