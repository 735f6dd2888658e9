package dev.foyer.keycloak;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** The SSO session of the browser that sent a request, by Keycloak's own cookie. */
public final class BrowserSession {

    private static final String SEAL = "foyer-end-session";
    private static final Duration SEAL_LIFETIME = Duration.ofHours(1);

    private final KeycloakSession session;
    private final UserModel user;
    private final UserSessionModel sso;

    private BrowserSession(KeycloakSession session, UserModel user, UserSessionModel sso) {
        this.session = session;
        this.user = user;
        this.sso = sso;
    }

    public static Optional<BrowserSession> of(KeycloakSession session) {
        AuthResult result = AuthenticationManager.authenticateIdentityCookie(
                session, session.getContext().getRealm(), true);
        return Optional.ofNullable(result).map(found -> new BrowserSession(session, found.user(), found.session()));
    }

    /** The session itself. */
    public UserSessionModel sso() {
        return sso;
    }

    /** Whose session it is. */
    public UserModel user() {
        return user;
    }

    /** What a page of ours puts into its form for {@link #isSealedBy}. Other sites can send the browser, not read the page. */
    public String seal() {
        JsonWebToken seal = new JsonWebToken();
        seal.type(SEAL);
        seal.subject(sso.getId());
        seal.exp(KeycloakClock.INSTANCE.instant().plus(SEAL_LIFETIME).getEpochSecond());
        return session.tokens().encode(seal);
    }

    /** Whether a form comes from a page of ours that was shown in this session within the hour. */
    public boolean isSealedBy(@Nullable String text) {
        JsonWebToken seal = text == null ? null : session.tokens().decode(text, JsonWebToken.class);
        return seal != null && SEAL.equals(seal.getType()) && sso.getId().equals(seal.getSubject()) && seal.isActive();
    }

    /** Signs the person out, everywhere they came by this session. */
    public void end() {
        AuthenticationManager.backchannelLogout(session, sso, true);
        AuthenticationManager.expireIdentityCookie(session);
    }
}
