package dev.foyer.membership.keycloak;

import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;

/** {@link Users} of Keycloak. */
record KeycloakUsers(KeycloakSession session, RealmModel realm) implements Users {

    @Override
    public Optional<Holder> findByEmail(EmailAddress email) {
        if (realm.isDuplicateEmailsAllowed()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(session.users().getUserByEmail(realm, email.value()))
                    .map(user -> new Holder(user.getId(), user.isEmailVerified()));
        } catch (ModelDuplicateException severalUsers) {
            // The realm allowed it once, and they are still there.
            return Optional.empty();
        }
    }
}
