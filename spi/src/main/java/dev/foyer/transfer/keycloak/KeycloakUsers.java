package dev.foyer.transfer.keycloak;

import dev.foyer.staff.keycloak.KeycloakStaff;
import dev.foyer.text.Username;
import dev.foyer.transfer.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link Users} of Keycloak, federated ones included. */
record KeycloakUsers(KeycloakSessionFactory sessions, String realmId) implements Users {

    /** Those of these ids whose users are staff. */
    Set<String> staffAmong(Set<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, session -> new KeycloakStaff(session, realm(session)).among(ids));
    }

    /** In a session for each call: Keycloak remembers every user for as long as a session lasts. */
    @Override
    public Map<Username, String> idsOf(Set<Username> usernames) {
        Map<Username, String> found = new HashMap<>();
        if (!usernames.isEmpty()) {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = realm(session);
                for (Username username : usernames) {
                    UserModel user = session.users().getUserByUsername(realm, username.value());
                    if (user != null) {
                        found.put(username, user.getId());
                    }
                }
            });
        }
        return found;
    }

    private RealmModel realm(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        return realm;
    }
}
