package dev.foyer.token.oidc;

import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.keycloak.ClientSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * A mapper whose claim depends on the account that the token is bound to: known later for a token that is being made, and
 * read from the presented token for userinfo and introspection.
 */
abstract class AccountAwareMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    /** Writes the claim. */
    abstract void write(KeycloakSession session, IDToken token, UserSessionModel sso, @Nullable TokenAccount account);

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        if (isEnabled(session, clientSession)) {
            PendingClaims.of(session).await(token, (waiting, account) -> write(session, waiting, userSession, account));
        }
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapping) && isEnabled(session, clientSession)) {
            TokenAccount account = TokenBindings.ofUserInfo(session)
                    .map(binding -> account(session, binding, userSession, clientSession))
                    .orElse(null);
            write(session, token, userSession, account);
        }
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapping) && isEnabled(session, clientSession)) {
            PendingClaims request = PendingClaims.of(session);
            Optional<TokenAccount> account = request.presentedBinding()
                    .flatMap(to -> request.account(userSession.getUser(), to.account())
                            .map(claim -> new TokenAccount(claim, to.secondFactorUsed())));
            write(session, token, userSession, account.orElse(null));
        }
        return token;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, AccountAwareMapper.class);
        return properties;
    }

    private static TokenAccount account(
            KeycloakSession session, TokenBinding binding, UserSessionModel sso, ClientSessionContext client) {
        try {
            return TokenAccount.of(session, binding, sso, client.getClientSession());
        } catch (OAuthErrorException e) {
            throw UserInfoRefusal.invalidToken(session, e.getDescription());
        }
    }

    private static boolean isEnabled(KeycloakSession session, ClientSessionContext clientSession) {
        ClientModel client = clientSession.getClientSession().getClient();
        return RealmSettings.of(session).isEnabled()
                && new ClientSettings(client).requirement() != AccountRequirement.NEVER;
    }
}
