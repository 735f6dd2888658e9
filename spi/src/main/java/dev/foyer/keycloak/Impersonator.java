package dev.foyer.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.Urls;

/**
 * The admin who came into a session by Keycloak's impersonation, in the place of the person whose session it seems to be.
 *
 * @param id the admin's user id
 * @param issuer the issuer of the admin's own realm, if it is not that of the session
 */
public record Impersonator(
        String id, String username, @Nullable String issuer) {

    /** The admin behind a session; empty if the person signed in themselves. */
    public static Optional<Impersonator> of(KeycloakSession session, UserSessionModel sso) {
        String id = sso.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
        if (id == null) {
            return Optional.empty();
        }
        String username = sso.getNote(ImpersonationSessionNote.IMPERSONATOR_USERNAME.toString());
        return Optional.of(new Impersonator(id, username == null ? id : username, foreignIssuer(session, sso, id)));
    }

    /** Keycloak does not note the realm: it is the session's own or the one whose admins manage all others. */
    private static @Nullable String foreignIssuer(KeycloakSession session, UserSessionModel sso, String id) {
        RealmModel admins = session.realms().getRealmByName(Config.getAdminRealm());
        boolean isForeign = admins != null
                && !admins.getId().equals(sso.getRealm().getId())
                && session.users().getUserById(admins, id) != null;
        return isForeign ? Urls.realmIssuer(session.getContext().getUri().getBaseUri(), admins.getName()) : null;
    }
}
