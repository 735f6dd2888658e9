package dev.foyer.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** The SSO session of the browser that sent a request, by Keycloak's own cookie. */
public final class BrowserSession {

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

    /** What a page of ours puts into its form for {@link #isSealedBy}. */
    public String seal() {
        return formSeal().text();
    }

    /** Whether a form comes from a page of ours that was shown in this session within the hour. */
    public boolean isSealedBy(@Nullable String text) {
        return formSeal().isIn(text);
    }

    private FormSeal formSeal() {
        return new FormSeal(session.tokens(), sso.getId());
    }

    /** Signs the person out, everywhere they came by this session. */
    public void end() {
        AuthenticationManager.backchannelLogout(session, sso, true);
        AuthenticationManager.expireIdentityCookie(session);
    }
}
