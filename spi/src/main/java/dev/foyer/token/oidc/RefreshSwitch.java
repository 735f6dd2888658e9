package dev.foyer.token.oidc;

import dev.foyer.token.AccountClaim;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;

/** The wish to change the account while refreshing: the form parameter {@code account} beside the refresh token. */
final class RefreshSwitch {

    private RefreshSwitch() {}

    /** The id or account ID that the request names. Only honoured after {@link AccountRefreshTokenProvider} accepted it. */
    static Optional<String> wanted(KeycloakSession session) {
        boolean refreshes =
                OAuth2Constants.REFRESH_TOKEN.equals(TokenBindings.form(session, OAuth2Constants.GRANT_TYPE));
        return refreshes ? Optional.ofNullable(TokenBindings.form(session, AccountClaim.NAME)) : Optional.empty();
    }

    /** The binding that was accepted as the new one. */
    static Optional<TokenBinding> target(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(RefreshSwitch.class.getName(), TokenBinding.class));
    }

    static void accept(KeycloakSession session, TokenBinding binding) {
        session.setAttribute(RefreshSwitch.class.getName(), binding);
    }
}
