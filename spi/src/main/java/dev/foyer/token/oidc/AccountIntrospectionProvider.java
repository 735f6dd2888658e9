package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
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
        PresentedAccount.keep(session, presented);
        return super.transformAccessToken(presented, presentedSession);
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        boolean isAlive =
                super.introspectionChecks(encoded) && PresentedAccount.isOpen(session, userSession, eventBuilder);
        if (!isAlive) {
            transformedToken = null;
        }
        return isAlive;
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
