package dev.foyer.membership.keycloak;

import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@link Users} of Keycloak. */
record KeycloakUsers(KeycloakSession session, RealmModel realm) implements Users {

    @Override
    public Optional<String> findByEmail(EmailAddress email) {
        return realm.isDuplicateEmailsAllowed()
                ? Optional.empty()
                : Optional.ofNullable(session.users().getUserByEmail(realm, email.value()))
                        .map(UserModel::getId);
    }
}
