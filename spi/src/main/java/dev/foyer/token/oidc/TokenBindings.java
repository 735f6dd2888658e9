package dev.foyer.token.oidc;

import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.BoundScope;
import dev.foyer.selection.keycloak.DeviceBinding;
import dev.foyer.token.AccountClaim;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where the binding of a family of tokens is. It travels from the sign-in in the code's scope, from there in the refresh token,
 * and is read from whatever token is presented. Never from a session: that is shared by all tabs.
 */
final class TokenBindings {

    private static final String ID = "id";
    private static final String UNTIL = "until";

    /** The claim of refresh tokens whose account cannot be changed. */
    private static final String FIXED = "foyer_account_fixed";

    private TokenBindings() {}

    /** The binding of the grant that the tokens are made for; empty where no account was selected. */
    static Optional<TokenBinding> ofGrant(KeycloakSession session, TokenPostProcessorContext context) {
        if (context.requestRefreshToken() != null) {
            return of(context.requestRefreshToken());
        }
        if (context.code() != null) {
            return ofScope(context.code().getScope());
        }
        if (isExchange(session)) {
            return session.getContext().getBearerToken() instanceof JsonWebToken subject
                    ? of(subject)
                    : Optional.empty();
        }
        String grant = form(session, OAuth2Constants.GRANT_TYPE);
        String deviceCode = form(session, OAuth2Constants.DEVICE_CODE);
        if (OAuth2Constants.DEVICE_CODE_GRANT_TYPE.equals(grant) && deviceCode != null) {
            return DeviceBinding.take(session, deviceCode).map(TokenBinding::ofSignIn);
        }
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        return signIn == null ? Optional.empty() : ofScope(signIn.getClientNote(OAuth2Constants.SCOPE));
    }

    /** The binding in a token. */
    static Optional<TokenBinding> of(JsonWebToken token) {
        if (!(token.getOtherClaims().get(AccountClaim.NAME) instanceof Map<?, ?> account)
                || !(account.get(ID) instanceof String id)) {
            return Optional.empty();
        }
        AccountBinding binding = new AccountBinding(
                id, account.get(UNTIL) instanceof Number until ? AccountBinding.moment(until.longValue()) : null);
        return Optional.of(new TokenBinding(binding, Boolean.TRUE.equals(account.get(AccountClaim.SECOND_FACTOR))));
    }

    /** The binding of the access token that a request to the userinfo endpoint presents, which has been verified there. */
    static Optional<TokenBinding> ofUserInfo(KeycloakSession session) {
        var header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                session.getContext().getHttpRequest().getHttpHeaders());
        String token = header != null ? header.getToken() : form(session, OAuth2Constants.ACCESS_TOKEN);
        if (token == null) {
            return Optional.empty();
        }
        try {
            return of(new JWSInput(token).readJsonContent(JsonWebToken.class));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    /** Binds a refresh token. */
    static void write(RefreshToken token, TokenBinding binding) {
        Map<String, Object> account = new HashMap<>();
        account.put(ID, binding.account().accountId());
        Instant until = binding.account().staffUntil();
        if (until != null) {
            account.put(UNTIL, until.getEpochSecond());
        }
        if (binding.secondFactorUsed()) {
            account.put(AccountClaim.SECOND_FACTOR, true);
        }
        token.getOtherClaims().put(AccountClaim.NAME, account);
    }

    /**
     * Whether the family of tokens began with an exchange (RFC 8693). Whoever exchanges a token gets what it is good for, so
     * such a family never changes its account, and never gets one.
     */
    static boolean isFixed(KeycloakSession session, TokenPostProcessorContext context) {
        return context.requestRefreshToken() != null ? isFixed(context.requestRefreshToken()) : isExchange(session);
    }

    static boolean isFixed(RefreshToken token) {
        return token.getOtherClaims().containsKey(FIXED);
    }

    /** Marks a refresh token of such a family. */
    static void fix(RefreshToken token) {
        token.getOtherClaims().put(FIXED, true);
    }

    /** Whether one client gets what another hands on: the account of a token that was not its own. */
    static boolean isHandedOn(KeycloakSession session, ClientModel client) {
        return isExchange(session)
                && session.getContext().getBearerToken() instanceof JsonWebToken subject
                && !client.getClientId().equals(subject.getIssuedFor());
    }

    private static boolean isExchange(KeycloakSession session) {
        return OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(form(session, OAuth2Constants.GRANT_TYPE));
    }

    private static Optional<TokenBinding> ofScope(@Nullable String scope) {
        return scope == null ? Optional.empty() : BoundScope.read(scope).map(TokenBinding::ofSignIn);
    }

    static @Nullable String form(KeycloakSession session, String parameter) {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(parameter);
    }
}
