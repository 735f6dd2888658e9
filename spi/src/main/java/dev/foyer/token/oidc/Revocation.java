package dev.foyer.token.oidc;

import dev.foyer.selection.AccountBinding;
import dev.foyer.token.keycloak.TokenSettings;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/** What follows when a token is presented whose account is closed to the person by now. */
final class Revocation {

    static final String DESCRIPTION = "Account not available";

    private static final Logger LOG = Logger.getLogger(Revocation.class);

    private Revocation() {}

    /**
     * Ends the SSO session if the realm wants that, in a transaction of its own: the request is about to be refused, and
     * what it did is undone. Staff whose time is up have lost nothing but the account.
     */
    static void found(KeycloakSession session, UserSessionModel userSession, AccountBinding binding) {
        if (binding.staffUntil() != null
                || !new TokenSettings(session.getContext().getRealm()).revocationEndsSession()) {
            return;
        }
        LOG.debugf("Session %s ends with its account %s", userSession.getId(), binding.accountId());
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            RealmModel realm = own.getContext().getRealm();
            UserSessionModel ended = userSession.isOffline()
                    ? own.sessions().getOfflineUserSession(realm, userSession.getId())
                    : own.sessions().getUserSession(realm, userSession.getId());
            AuthenticationManager.backchannelLogout(own, ended, true);
        });
    }
}
