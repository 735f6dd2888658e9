package dev.foyer.selection.login;

import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.Impersonator;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountConsent;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.BoundScope;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.selection.keycloak.ClientSettings;
import dev.foyer.selection.keycloak.ConsentNote;
import dev.foyer.selection.keycloak.DeviceBinding;
import dev.foyer.selection.keycloak.SelectionServices;
import dev.foyer.text.Markup;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One sign-in under way, read and written in the words of the selection. */
public final class SignIn {

    /** The note of the SSO session that keeps the account selected last: a default for the next client, never a binding. */
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
    private static final String NAME = "foyer.selected.name";
    private static final String ROLE = "foyer.selected.role";
    private static final String STEP_UP = "foyer.step-up";
    private static final String SAML = "saml";

    /** Keycloak's note of a sign-in that needed no authentication, for there was a session. */
    static final String CAME_BY_SSO = "SSO_AUTH";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authentication;
    private @Nullable UserSessionModel existing;
    private boolean isExistingRead;

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
                optional, ask, hint, remembered(), secondFactor().isUsed(), consent());
    }

    /** Which accounts the application may have without the person choosing. */
    AccountConsent consent() {
        return ConsentNote.read(authentication.getClient(), this::existing);
    }

    /** The name of the application that the person has to let into an account, or null if it needs no leave. */
    @Nullable String letsIn() {
        ClientModel client = authentication.getClient();
        if (!consent().isNeeded()) {
            return null;
        }
        return client.getName() == null || client.getName().isBlank() ? client.getClientId() : client.getName();
    }

    SecondFactor secondFactor() {
        return new SecondFactor(session, authentication);
    }

    /** The id of the account selected before in this SSO session, or {@link SelectionRequest#WITHOUT}. */
    @Nullable String remembered() {
        return existing()
                .flatMap(sso -> remembered(session, sso))
                .map(AccountBinding::accountId)
                .orElse(null);
    }

    /** What an SSO session remembers; nothing of staff whose time is up. */
    public static Optional<AccountBinding> remembered(KeycloakSession session, UserSessionModel sso) {
        Instant now = KeycloakClock.INSTANCE.instant();
        return Optional.ofNullable(sso.getNote(REMEMBERED))
                .flatMap(AccountBinding::parse)
                .filter(binding -> !binding.isOver(now));
    }

    /** The SSO session that the person came in by, if it is the same person's. */
    public Optional<UserSessionModel> existing() {
        if (!isExistingRead) {
            isExistingRead = true;
            String userId = authentication.getAuthenticatedUser().getId();
            String sessionId = authentication.getParentSession().getId();
            UserSessionModel sso = session.sessions().getUserSession(authentication.getRealm(), sessionId);
            boolean isTheirs = sso != null
                    && sso.getUser() != null
                    && sso.getUser().getId().equals(userId);
            existing = isTheirs ? sso : null;
        }
        return Optional.ofNullable(existing);
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

    /** Forgets a binding that nobody was given: the scope came from outside. */
    void unbind() {
        String scope = authentication.getClientNote(OAuth2Constants.SCOPE);
        if (scope != null && BoundScope.read(scope).isPresent()) {
            authentication.setClientNote(OAuth2Constants.SCOPE, BoundScope.unbind(scope));
        }
    }

    /** Selects the account; for staff who have been in it for a while without beginning a new stay. */
    void select(Account account) {
        AccountBinding binding = existing()
                .flatMap(sso -> remembered(session, sso))
                .filter(running -> running.accountId().equals(account.id()))
                .filter(running -> (running.staffUntil() != null) == account.isEnteredByStaff())
                .orElseGet(() -> SelectionServices.of(session).bind(account));
        select(account, binding);
    }

    /** Selects the account that the person has just pointed at. */
    void enter(Account account) {
        select(account, SelectionServices.of(session).bind(account));
    }

    private void select(Account account, AccountBinding binding) {
        authentication.setAuthNote(DONE, binding.toString());
        authentication.setAuthNote(NUMBER, account.number().value());
        authentication.setAuthNote(NAME, account.name().value());
        authentication.setAuthNote(ROLE, account.role().key());
        authentication.removeAuthNote(STEP_UP);
        authentication.setUserSessionNote(REMEMBERED, binding.toString());
        authentication.setClientNote(OAuth2Constants.SCOPE, BoundScope.bind(scope(), binding));
        ConsentNote.write(authentication, consent().with(account.id()));
        authentication.removeRequiredAction(AccountSelectionFactory.ID);
        String userCode = authentication.getClientNote(DEVICE_NOTE);
        if (userCode != null) {
            DeviceBinding.keep(session, authentication.getClient(), userCode, binding);
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
            EventDetails.describeSwitch(event, remembered(), target.id());
        }
    }

    /** Tells an event which account the sign-in is for. */
    void describe(EventBuilder event) {
        selected(authentication).ifPresent(binding -> {
            EventDetails.describe(
                    event, binding.accountId(), authentication.getAuthNote(NUMBER), authentication.getAuthNote(ROLE));
            // Who signs in anew is nobody's impersonator: the session is not looked for.
            if (authentication.getAuthNote(CAME_BY_SSO) != null) {
                existing()
                        .flatMap(sso -> Impersonator.of(session, sso))
                        .ifPresent(impersonator -> EventDetails.describe(event, impersonator));
            }
        });
    }

    /**
     * Tells the person on Keycloak's page of consent which account the application gets. A message and not the text of the
     * scope: that stands in the scope's settings, the same for everybody.
     */
    void announceForConsent() {
        boolean isNext = selected(authentication).isPresent()
                && (authentication.getClient().isConsentRequired() || authentication.getClientNote(DEVICE_NOTE) != null)
                && authentication.getRequiredActions().isEmpty();
        if (isNext) {
            session.getProvider(LoginFormsProvider.class)
                    .setInfo(
                            "foyerConsentAccount",
                            Markup.disarm(authentication.getAuthNote(NAME)),
                            Markup.disarm(authentication.getAuthNote(NUMBER)));
        }
    }

    /** The account that an authentication session is for. */
    public static Optional<AccountBinding> selected(AuthenticationSessionModel authentication) {
        return Optional.ofNullable(authentication.getAuthNote(DONE))
                .filter(binding -> !binding.equals(SelectionRequest.WITHOUT))
                .flatMap(AccountBinding::parse);
    }

    void ask() {
        authentication.addRequiredAction(AccountSelectionFactory.ID);
    }

    private String scope() {
        String scope = authentication.getClientNote(OAuth2Constants.SCOPE);
        return scope == null ? "" : scope;
    }
}
