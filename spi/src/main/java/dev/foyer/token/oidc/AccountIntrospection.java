package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.AccountBinding;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;
import org.keycloak.representations.AccessToken;

/**
 * Introspects access and refresh tokens as Keycloak does, with the account of the very token that is presented. Keycloak has
 * a class for each kind, and what is added to either is the same two steps.
 */
final class AccountIntrospection {

    private static final int BEFORE_KEYCLOAKS = 10;

    private AccountIntrospection() {}

    /** Takes the place of Keycloak's own provider for access tokens. */
    @AutoService(TokenIntrospectionProviderFactory.class)
    public static final class OfAccessTokens extends AccessTokenIntrospectionProviderFactory {

        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new AccessTokenIntrospectionProvider<AccessToken>(session) {
                @Override
                public AccessToken transformAccessToken(AccessToken presented, UserSessionModel itsSession) {
                    return super.transformAccessToken(kept(presented, session), itsSession);
                }

                @Override
                protected boolean introspectionChecks(String encoded) {
                    boolean isAlive = super.introspectionChecks(encoded) && isOpen(session, userSession, eventBuilder);
                    if (!isAlive) {
                        transformedToken = null;
                    }
                    return isAlive;
                }
            };
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAKS;
        }
    }

    /** Takes the place of Keycloak's own provider for refresh tokens. */
    @AutoService(TokenIntrospectionProviderFactory.class)
    public static final class OfRefreshTokens extends RefreshTokenIntrospectionProviderFactory {

        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new RefreshTokenIntrospectionProvider(session) {
                @Override
                public AccessToken transformAccessToken(AccessToken presented, UserSessionModel itsSession) {
                    return super.transformAccessToken(kept(presented, session), itsSession);
                }

                @Override
                protected boolean introspectionChecks(String encoded) {
                    boolean isAlive = super.introspectionChecks(encoded) && isOpen(session, userSession, eventBuilder);
                    if (!isAlive) {
                        transformedToken = null;
                    }
                    return isAlive;
                }
            };
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAKS;
        }
    }

    /** Keeps the binding of the token, for the mappers that fill the answer. */
    private static AccessToken kept(AccessToken presented, KeycloakSession session) {
        PendingClaims.of(session).present(TokenBindings.of(presented).orElse(null));
        return presented;
    }

    /** A token for an account that is closed by now is as dead as an expired one (RFC 7662, section 2.2). */
    private static boolean isOpen(KeycloakSession session, UserSessionModel userSession, EventBuilder event) {
        PendingClaims request = PendingClaims.of(session);
        Optional<AccountBinding> binding = request.presentedBinding();
        if (binding.isEmpty()
                || !RealmSettings.of(session).isEnabled()
                || request.account(userSession.getUser(), binding.get()).isPresent()) {
            return true;
        }
        Revocation.found(session, userSession, binding.get());
        event.detail(Details.REASON, Revocation.DESCRIPTION);
        event.error(Errors.INVALID_TOKEN);
        return false;
    }
}
