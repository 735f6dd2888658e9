package dev.foyer.realm.rest;

import dev.foyer.realm.Users;
import dev.foyer.text.Username;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link Users} of Keycloak, federated ones included. */
final class KeycloakUsers implements Users {

    private final KeycloakSessionFactory sessions;
    private final String realmId;

    KeycloakUsers(KeycloakSessionFactory sessions, String realmId) {
        this.sessions = sessions;
        this.realmId = realmId;
    }

    /** In a session for each call: Keycloak remembers every user for as long as a session lasts. */
    @Override
    public Map<Username, String> idsOf(Set<Username> usernames) {
        Map<Username, String> ids = new HashMap<>();
        if (usernames.isEmpty()) {
            return ids;
        }
        KeycloakModelUtils.runJobInTransaction(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            for (Username username : usernames) {
                UserModel user = session.users().getUserByUsername(realm, username.value());
                if (user != null) {
                    ids.put(username, user.getId());
                }
            }
        });
        return ids;
    }
}
