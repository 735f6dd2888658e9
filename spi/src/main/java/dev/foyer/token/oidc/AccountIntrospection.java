package dev.foyer.token.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.token.Actor;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

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
                    boolean isAlive =
                            super.introspectionChecks(encoded) && isOpen(session, userSession, client, eventBuilder);
                    if (!isAlive) {
                        transformedToken = null;
                    }
                    return isAlive;
                }

                @Override
                public Response introspect(String encoded, EventBuilder event) {
                    return withActor(super.introspect(encoded, event), transformedToken);
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
                    boolean isAlive =
                            super.introspectionChecks(encoded) && isOpen(session, userSession, client, eventBuilder);
                    if (!isAlive) {
                        transformedToken = null;
                    }
                    return isAlive;
                }

                @Override
                public Response introspect(String encoded, EventBuilder event) {
                    return withActor(super.introspect(encoded, event), transformedToken);
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

    /** A token for an account that it is not good for by now is as dead as an expired one (RFC 7662, section 2.2). */
    private static boolean isOpen(
            KeycloakSession session, UserSessionModel sso, ClientModel client, EventBuilder event) {
        Optional<TokenBinding> binding = PendingClaims.of(session).presentedBinding();
        if (binding.isEmpty() || !RealmSettings.of(session).isEnabled()) {
            return true;
        }
        try {
            TokenAccount.of(session, binding.get(), sso, sso.getAuthenticatedClientSessionByClient(client.getId()));
            return true;
        } catch (OAuthErrorException e) {
            event.detail(Details.REASON, e.getDescription());
            event.error(Errors.INVALID_TOKEN);
            return false;
        }
    }

    /**
     * The answer with the actor that the token itself names. Keycloak overwrites it for sessions of impersonation, by a username
     * where a subject is asked for (RFC 8693, section 4.1).
     */
    private static Response withActor(Response answer, @Nullable AccessToken token) {
        Object actor = token == null ? null : token.getOtherClaims().get(Actor.NAME);
        if (actor == null || !(answer.getEntity() instanceof byte[] json)) {
            return answer;
        }
        try {
            ObjectNode members = JsonSerialization.readValue(json, ObjectNode.class);
            members.set(Actor.NAME, JsonSerialization.mapper.valueToTree(actor));
            return Response.fromResponse(answer)
                    .entity(JsonSerialization.writeValueAsBytes(members))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
