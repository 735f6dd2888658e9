package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.ClientSettings;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.Foyer;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.login.AccountSelectionFactory;
import dev.foyer.selection.login.SecondFactor;
import dev.foyer.token.Pin;
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
        Optional<Pin> pin = Pins.of(oldToken);
        Optional<String> wanted = RefreshSwitch.wanted(session)
                .filter(account -> pin.isPresent()
                        || new ClientSettings(client).requirement(oldToken.getScope()) != AccountRequirement.NEVER);
        UserModel user = validation.userSession.getUser();
        if (wanted.isPresent()) {
            if (Pins.isFixed(oldToken)) {
                throw new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION);
            }
            RefreshSwitch.accept(session, target(wanted.get(), pin.orElse(null), validation, event));
        } else if (pin.isPresent()
                && TokenRequest.of(session).account(user, pin.get()).isEmpty()) {
            Revocation.found(session, validation.userSession, pin.get());
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, Revocation.DESCRIPTION);
        }
        return validation;
    }

    /** The pin of the account to switch to. Its refusals are not invalid_grant: clients take that for a logout. */
    private Pin target(
            String wanted, @Nullable Pin current, TokenManager.TokenValidation validation, EventBuilder event)
            throws OAuthErrorException {
        Foyer foyer = Foyer.of(session);
        Account account = foyer.accountsOf(validation.userSession.getUser())
                .find(wanted)
                .orElseThrow(() -> new OAuthErrorException(OAuthErrorException.INVALID_TARGET, Revocation.DESCRIPTION));
        if (account.secondFactorRequired()
                && level(validation) < foyer.settings().secondFactorLevel()) {
            throw new OAuthErrorException(SecondFactor.ERROR, SecondFactor.DESCRIPTION);
        }
        // The refresh has its event too, but Keycloak does not keep those; and a switch is a switch, however it is
        // made.
        EventDetails.describeSwitch(event, current == null ? null : current.accountId(), account);
        EventDetails.describe(event, account);
        event.clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, AccountSelectionFactory.ID)
                .success();
        Pin entered = foyer.pin(account);
        // From one customer to the next, staff's hour goes on.
        return current == null || current.staffUntil() == null ? entered : new Pin(account.id(), current.staffUntil());
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
