package dev.foyer.api.account;

import dev.foyer.Refusal;
import dev.foyer.api.ApiReason;
import dev.foyer.token.AccountClaim;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Who calls: a person, by a token that is good for Keycloak's own account API. The one class here that knows how Keycloak
 * reads tokens.
 *
 * @param presented who it is, and the token as it came
 * @param token the same with everything that a lightweight token leaves out
 */
record Caller(AuthResult presented, AccessToken token) {

    /** @throws Refusal {@code TOKEN_INVALID}, or {@code NOT_FOUND} where the realm has no account management */
    static Caller of(KeycloakSession session) {
        ClientModel management =
                session.getContext().getRealm().getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (management == null || !management.isEnabled()) {
            throw Refusal.notFound();
        }
        AuthResult presented = authenticate(session);
        AccessToken token = complete(session, presented);
        if (!token.hasAudience(management.getClientId()) || presented.user().getServiceAccountClientLink() != null) {
            throw new Refusal(ApiReason.TOKEN_INVALID);
        }
        return new Caller(presented, token);
    }

    UserModel user() {
        return presented.user();
    }

    /** @throws Refusal {@code FORBIDDEN} unless the token is good for seeing what is the person's */
    void requireView() {
        if (!has(AccountRoles.VIEW_PROFILE)) {
            requireManage();
        }
    }

    /** @throws Refusal {@code FORBIDDEN} unless the token is good for changing what is the person's */
    void requireManage() {
        if (!has(AccountRoles.MANAGE_ACCOUNT)) {
            throw new Refusal(ApiReason.FORBIDDEN);
        }
    }

    /** The id of the account that the token is for. */
    Optional<String> selectedAccount() {
        return presented.token().getOtherClaims().get(AccountClaim.NAME) instanceof Map<?, ?> account
                        && account.get("id") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Whether the person had used a second factor when the token was made. */
    boolean usedSecondFactor() {
        return presented.token().getOtherClaims().get(AccountClaim.NAME) instanceof Map<?, ?> account
                && Boolean.TRUE.equals(account.get(AccountClaim.SECOND_FACTOR));
    }

    private boolean has(String role) {
        AccessToken.Access access = token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return access != null && access.isUserInRole(role);
    }

    private static AuthResult authenticate(KeycloakSession session) {
        var header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                session.getContext().getHttpRequest().getHttpHeaders());
        AuthResult result = header == null
                ? null
                : new BearerTokenAuthenticator(session)
                        .setTokenString(header.getToken())
                        .authenticate();
        if (result == null) {
            throw new Refusal(ApiReason.TOKEN_INVALID);
        }
        return result;
    }

    private static AccessToken complete(KeycloakSession session, AuthResult presented) {
        AccessToken token = presented.token();
        if (token.getAudience() != null && token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID) != null) {
            return token;
        }
        var introspection = (AccessTokenIntrospectionProvider<?>) session.getProvider(
                TokenIntrospectionProvider.class, AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE);
        return introspection.transformAccessToken(token, presented.session());
    }
}
