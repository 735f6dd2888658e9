package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.Impersonator;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.AccountSwitch;
import dev.foyer.selection.keycloak.AccountGuesses;
import dev.foyer.selection.keycloak.ClientSettings;
import dev.foyer.selection.keycloak.SelectionServices;
import dev.foyer.selection.login.AccountSelectionFactory;
import dev.foyer.selection.login.SecondFactor;
import dev.foyer.selection.login.SelectionError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;
import org.keycloak.representations.RefreshToken;

/**
 * Judges a refresh before Keycloak rotates the token. Later would be too late: the rotation would be recorded, and the
 * client's next try with the same token would count as theft and log out the innocent tabs beside it.
 */
final class AccountRefreshTokenProvider extends DefaultRefreshTokenProvider {

    private AccountRefreshTokenProvider(KeycloakSession session) {
        super(session);
    }

    /** New refresh tokens stay Keycloak's own, so that they outlive this extension. */
    @Override
    public boolean supports(InitialRefreshTokenContext context) {
        return false;
    }

    @Override
    public boolean supports(RefreshTokenContext context) {
        return super.supports(context) && RealmSettings.of(session).isEnabled();
    }

    @Override
    protected TokenManager.TokenValidation validateToken(
            KeycloakSession keycloakSession,
            UriInfo uriInfo,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken oldToken,
            HttpHeaders headers,
            String scope,
            ClientModel client,
            TokenManager tokenManager,
            EventBuilder event)
            throws OAuthErrorException {
        TokenManager.TokenValidation validation = super.validateToken(
                keycloakSession, uriInfo, connection, realm, oldToken, headers, scope, client, tokenManager, event);
        Optional<TokenBinding> binding = TokenBindings.of(oldToken);
        AccountRequirement requirement = new ClientSettings(client).requirement(oldToken.getScope());
        Optional<String> wanted = RefreshSwitch.wanted(session)
                .filter(account -> binding.isPresent() || requirement != AccountRequirement.NEVER);
        if (wanted.isPresent()) {
            requireSwitch(oldToken, client);
            RefreshSwitch.accept(session, target(wanted.get(), binding.orElse(null), validation, event));
        } else if (binding.isPresent()) {
            AuthenticatedClientSessionModel clientSession = validation.clientSessionCtx.getClientSession();
            TokenAccount.of(session, binding.get(), validation.userSession, clientSession);
        } else if (requirement == AccountRequirement.REQUIRED && isForAPerson(oldToken, validation)) {
            throw new OAuthErrorException(SelectionError.NEEDED, SelectionError.DESCRIPTION);
        }
        return validation;
    }

    /** Whether these tokens came from a sign-in: not from an exchange, and not to a client for itself. */
    private static boolean isForAPerson(RefreshToken token, TokenManager.TokenValidation validation) {
        return !TokenBindings.isFixed(token) && validation.userSession.getUser().getServiceAccountClientLink() == null;
    }

    /** Whether the account can be changed here at all; said without looking whose account it is. */
    private static void requireSwitch(RefreshToken token, ClientModel client) throws OAuthErrorException {
        if (TokenBindings.isFixed(token)) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION);
        }
        if (new ClientSettings(client).accountSwitch() == AccountSwitch.PAGE) {
            throw new OAuthErrorException(SelectionError.NEEDED, SelectionError.DESCRIPTION);
        }
    }

    /** The binding of the account to switch to. Its refusals are not invalid_grant: clients take that for a logout. */
    private TokenBinding target(
            String wanted, @Nullable TokenBinding old, TokenManager.TokenValidation validation, EventBuilder event)
            throws OAuthErrorException {
        SelectionServices selection = SelectionServices.of(session);
        Account account = find(wanted, validation.userSession.getUser());
        boolean secondFactorUsed =
                TokenAccount.isSecondFactorUsed(session, old, validation.clientSessionCtx.getClientSession());
        if (account.secondFactorRequired() && !secondFactorUsed) {
            throw new OAuthErrorException(SecondFactor.ERROR, SecondFactor.DESCRIPTION);
        }
        AccountBinding current = old == null ? null : old.account();
        // The refresh has its event too, but Keycloak does not keep those; and a switch is a switch, however it is
        // made.
        EventDetails.describeSwitch(event, current == null ? null : current.accountId(), account.id());
        EventDetails.describe(
                event, account.id(), account.number().value(), account.role().key());
        Impersonator.of(session, validation.userSession)
                .ifPresent(impersonator -> EventDetails.describe(event, impersonator));
        event.clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(validation.userSession.getUser())
                .session(validation.userSession)
                .detail(Details.CUSTOM_REQUIRED_ACTION, AccountSelectionFactory.ID)
                .success();
        AccountBinding entered = selection.bind(account);
        // From one customer to the next, staff's hour goes on.
        AccountBinding binding = current == null || current.staffUntil() == null
                ? entered
                : new AccountBinding(account.id(), current.staffUntil());
        return new TokenBinding(binding, secondFactorUsed);
    }

    /** The account of the user that is wanted. A wrong one counts as a guess. */
    private Account find(String wanted, UserModel user) throws OAuthErrorException {
        AccountGuesses guesses = AccountGuesses.of(session);
        if (!guesses.areStopped(user)) {
            Optional<Account> account =
                    SelectionServices.of(session).accountsOf(user).find(wanted);
            if (account.isPresent()) {
                return account.get();
            }
            guesses.count(user);
        }
        throw new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION);
    }

    /** Registers the provider before Keycloak's default one, which has order 0, and after OID4VCI's, which has 10. */
    @AutoService(RefreshTokenProviderFactory.class)
    public static final class Factory extends DefaultRefreshTokenProviderFactory {

        @Override
        public RefreshTokenProvider create(KeycloakSession session) {
            return new AccountRefreshTokenProvider(session);
        }

        @Override
        public String getId() {
            return "foyer-account";
        }

        @Override
        public int order() {
            return 5;
        }
    }
}
