package dev.foyer.token.oidc;

import jakarta.ws.rs.WebApplicationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.util.TokenUtil;
import org.keycloak.utils.OAuth2Error;

/** The userinfo endpoint's way to say that an access token is dead (RFC 6750, section 3.1). */
final class UserInfoRefusal {

    private UserInfoRefusal() {}

    static WebApplicationException invalidToken(KeycloakSession session, String description) {
        var header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                session.getContext().getHttpRequest().getHttpHeaders());
        return new OAuth2Error()
                .json(false)
                .cors(Cors.builder().auth().allowAllOrigins())
                .session(session)
                .realm(session.getContext().getRealm())
                .authScheme(header == null ? TokenUtil.TOKEN_TYPE_BEARER : header.getScheme())
                .invalidToken(description);
    }
}
