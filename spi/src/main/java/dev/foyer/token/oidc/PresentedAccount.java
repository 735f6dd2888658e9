package dev.foyer.token.oidc;

import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.AccountBinding;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/** The account of the access or refresh token that the introspection endpoint is asked about. */
final class PresentedAccount {

    private PresentedAccount() {}

    /** Keeps the binding of the token, for the mappers that fill the answer. */
    static void keep(KeycloakSession session, AccessToken presented) {
        PendingClaims.of(session).present(TokenBindings.of(presented).orElse(null));
    }

    /** A token for an account that is closed by now is as dead as an expired one (RFC 7662, section 2.2). */
    static boolean isOpen(KeycloakSession session, UserSessionModel userSession, EventBuilder event) {
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
