package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.Foyer;
import dev.foyer.selection.Account;
import dev.foyer.token.AccountClaim;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
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
import org.keycloak.util.TokenUtil;

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
        return super.supports(context) && Foyer.of(session).settings().isEnabled();
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
        UserModel user = validation.userSession.getUser();
        Optional<String> pin = Pin.of(oldToken);
        Optional<String> wanted = RefreshSwitch.wanted(session)
                .filter(account -> pin.isPresent() || TokenUtil.hasScope(oldToken.getScope(), AccountClaim.NAME));
        if (wanted.isPresent()) {
            Account account = Foyer.of(session)
                    .accountsOf(user)
                    .find(wanted.get())
                    // Not invalid_grant: clients take that for a logout.
                    .orElseThrow(
                            () -> new OAuthErrorException(OAuthErrorException.INVALID_TARGET, "Account not available"));
            event.detail("account_from", pin.orElse("-")).detail("account_to", account.id());
            RefreshSwitch.accept(session, account.id());
        } else if (pin.isPresent()
                && TokenRequest.of(session).account(user, pin.get()).isEmpty()) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, "Account not available");
        }
        return validation;
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
