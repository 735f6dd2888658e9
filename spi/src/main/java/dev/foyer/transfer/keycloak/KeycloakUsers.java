package dev.foyer.transfer.keycloak;

import dev.foyer.text.Username;
import dev.foyer.transfer.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link Users} of Keycloak, federated ones included. */
final class KeycloakUsers implements Users {

    private final KeycloakSessionFactory sessions;
    private final String realmId;

    KeycloakUsers(KeycloakSessionFactory sessions, String realmId) {
        this.sessions = sessions;
        this.realmId = realmId;
    }

    @Override
    public Map<Username, String> idsOf(Set<Username> usernames) {
        return lookUp(
                usernames,
                (users, realm, username) -> users.getUserByUsername(realm, username.value()),
                UserModel::getId);
    }

    /** The usernames of those who exist, by id. */
    Map<String, String> namesOf(Set<String> ids) {
        return lookUp(ids, (users, realm, id) -> users.getUserById(realm, id), UserModel::getUsername);
    }

    /** In a session for each call: Keycloak remembers every user for as long as a session lasts. */
    private <K> Map<K, String> lookUp(Set<K> keys, LookUp<K> lookUp, Function<UserModel, String> value) {
        Map<K, String> found = new HashMap<>();
        if (!keys.isEmpty()) {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                for (K key : keys) {
                    UserModel user = lookUp.find(session.users(), realm, key);
                    if (user != null) {
                        found.put(key, value.apply(user));
                    }
                }
            });
        }
        return found;
    }

    private interface LookUp<K> {
        @Nullable UserModel find(UserProvider users, RealmModel realm, K key);
    }
}
