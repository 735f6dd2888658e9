package dev.foyer.membership.keycloak;

import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/** {@link Users} of Keycloak. */
record KeycloakUsers(KeycloakSession session, RealmModel realm) implements Users {

    private static final Logger LOG = Logger.getLogger(KeycloakUsers.class);

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

    /** Has Keycloak ask the user's storage, which it does for users that it has imported too. */
    @Override
    public boolean exists(String userId) {
        StorageId id = new StorageId(userId);
        if (!id.isLocal() && !canTell(realm.getComponent(id.getProviderId()))) {
            return realm.getComponent(id.getProviderId()) != null;
        }
        try {
            return session.users().getUserById(realm, userId) != null;
        } catch (RuntimeException unreachable) {
            LOG.debugf(unreachable, "Nobody can tell whether there still is a user %s", userId);
            return true;
        }
    }

    /** A storage that is switched off, whose jar is missing or whose users are to stay although it has them no more tells nothing. */
    private boolean canTell(@Nullable ComponentModel storage) {
        if (storage == null) {
            return false;
        }
        UserStorageProviderModel model = new UserStorageProviderModel(storage);
        return model.isEnabled()
                && model.isRemoveInvalidUsersEnabled()
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(UserStorageProvider.class, model.getProviderId())
                        != null;
    }
}
