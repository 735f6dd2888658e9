package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.keycloak.ClientSettings;
import dev.foyer.selection.keycloak.SelectionServices;
import dev.foyer.selection.keycloak.SelectionSettings;
import dev.foyer.selection.login.AccountSelectionFactory;
import dev.foyer.selection.login.SecondFactor;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
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
        Optional<AccountBinding> binding = TokenBindings.of(oldToken);
        Optional<String> wanted = RefreshSwitch.wanted(session)
                .filter(account -> binding.isPresent()
                        || new ClientSettings(client).requirement(oldToken.getScope()) != AccountRequirement.NEVER);
        UserModel user = validation.userSession.getUser();
        if (wanted.isPresent()) {
            if (TokenBindings.isFixed(oldToken)) {
                throw new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION);
            }
            RefreshSwitch.accept(session, target(wanted.get(), binding.orElse(null), validation, event));
        } else if (binding.isPresent()
                && PendingClaims.of(session).account(user, binding.get()).isEmpty()) {
            Revocation.found(session, validation.userSession, binding.get());
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, Revocation.DESCRIPTION);
        }
        return validation;
    }

    /** The binding of the account to switch to. Its refusals are not invalid_grant: clients take that for a logout. */
    private AccountBinding target(
            String wanted,
            @Nullable AccountBinding current,
            TokenManager.TokenValidation validation,
            EventBuilder event)
            throws OAuthErrorException {
        SelectionServices selection = SelectionServices.of(session);
        Account account = selection
                .accountsOf(validation.userSession.getUser())
                .find(wanted)
                .orElseThrow(() -> new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION));
        if (account.secondFactorRequired()
                && level(validation) < new SelectionSettings(selection.realm()).secondFactorLevel()) {
            throw new OAuthErrorException(SecondFactor.ERROR, SecondFactor.DESCRIPTION);
        }
        // The refresh has its event too, but Keycloak does not keep those; and a switch is a switch, however it is
        // made.
        EventDetails.describeSwitch(event, current == null ? null : current.accountId(), account.id());
        EventDetails.describe(
                event, account.id(), account.number().value(), account.role().key());
        event.clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, AccountSelectionFactory.ID)
                .success();
        AccountBinding entered = selection.bind(account);
        // From one customer to the next, staff's hour goes on.
        return current == null || current.staffUntil() == null
                ? entered
                : new AccountBinding(account.id(), current.staffUntil());
    }

    /** The level of authentication of the client's sign-in. */
    private static int level(TokenManager.TokenValidation validation) {
        return LoAUtil.getCurrentLevelOfAuthentication(validation.clientSessionCtx.getClientSession());
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
