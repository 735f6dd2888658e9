package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.Foyer;
import dev.foyer.token.Pin;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;
import org.keycloak.representations.AccessToken;

/** Introspects access tokens as Keycloak does, with the account of the very token that is presented. */
final class AccountIntrospectionProvider extends AccessTokenIntrospectionProvider<AccessToken> {

    private AccountIntrospectionProvider(KeycloakSession session) {
        super(session);
    }

    @Override
    public AccessToken transformAccessToken(AccessToken presented, UserSessionModel presentedSession) {
        TokenRequest.of(session).present(Pins.of(presented).orElse(null));
        return super.transformAccessToken(presented, presentedSession);
    }

    /** A token for an account that is closed by now is as dead as an expired one (RFC 7662, section 2.2). */
    @Override
    protected boolean introspectionChecks(String encoded) {
        if (!super.introspectionChecks(encoded)) {
            return false;
        }
        Optional<Pin> pin = TokenRequest.of(session).presentedPin();
        if (pin.isEmpty()
                || !Foyer.of(session).settings().isEnabled()
                || TokenRequest.of(session).account(user, pin.get()).isPresent()) {
            return true;
        }
        Revocation.found(session, userSession, pin.get());
        eventBuilder.detail(Details.REASON, Revocation.DESCRIPTION);
        eventBuilder.error(Errors.INVALID_TOKEN);
        transformedToken = null;
        return false;
    }

    /** Takes the place of Keycloak's own provider for access tokens. */
    @AutoService(TokenIntrospectionProviderFactory.class)
    public static final class Factory extends AccessTokenIntrospectionProviderFactory {

        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new AccountIntrospectionProvider(session);
        }

        @Override
        public int order() {
            return 10;
        }
    }
}
