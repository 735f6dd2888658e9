package dev.foyer.keycloak;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.TokenManager;
import org.keycloak.representations.JsonWebToken;

/**
 * A token in a form that only a page of ours could have put there, against requests forged by other sites (CSRF): they can
 * send the browser, but not read the page.
 *
 * @param tokens sign and check it with the keys of the realm
 * @param sessionId the id of the SSO session in which the page is shown
 */
record FormSeal(TokenManager tokens, String sessionId) {

    /** No other token of the realm, which is signed with the same keys, is a seal. */
    static final String TYPE = "foyer-end-session";

    static final Duration LIFETIME = Duration.ofHours(1);

    /** What the form holds. */
    String text() {
        JsonWebToken seal = new JsonWebToken();
        seal.type(TYPE);
        seal.subject(sessionId);
        seal.exp(KeycloakClock.INSTANCE.instant().plus(LIFETIME).getEpochSecond());
        return tokens.encode(seal);
    }

    /** Whether a form comes from a page that was shown in this session within the hour. */
    boolean isIn(@Nullable String form) {
        JsonWebToken seal = form == null ? null : tokens.decode(form, JsonWebToken.class);
        return seal != null && TYPE.equals(seal.getType()) && sessionId.equals(seal.getSubject()) && seal.isActive();
    }
}
