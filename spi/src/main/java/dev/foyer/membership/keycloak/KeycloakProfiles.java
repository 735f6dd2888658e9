package dev.foyer.membership.keycloak;

import dev.foyer.membership.Profile;
import dev.foyer.membership.Profiles;
import dev.foyer.membership.jpa.UserProfiles;
import dev.foyer.persistence.EntityManagers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** {@link Profiles} of all users: those of storages that import none are asked for one by one, for they are nowhere else. */
record KeycloakProfiles(KeycloakSession session, RealmModel realm) implements Profiles {

    private static final Logger LOG = Logger.getLogger(KeycloakProfiles.class);

    @Override
    public Map<String, Profile> of(Collection<String> userIds) {
        Map<Boolean, List<String>> byPlace =
                userIds.stream().collect(Collectors.partitioningBy(StorageId::isLocalStorage));
        Map<String, Profile> profiles =
                new HashMap<>(new UserProfiles(EntityManagers.of(session)).of(byPlace.getOrDefault(true, List.of())));
        byPlace.getOrDefault(false, List.of())
                .forEach(id -> stored(id).ifPresent(profile -> profiles.put(id, profile)));
        return profiles;
    }

    private Optional<Profile> stored(String id) {
        try {
            return Optional.ofNullable(session.users().getUserById(realm, id)).map(KeycloakProfiles::profile);
        } catch (RuntimeException unreachable) {
            LOG.debugf(unreachable, "Nobody can tell what the user %s is called", id);
            return Optional.empty();
        }
    }

    private static Profile profile(UserModel user) {
        return new Profile(user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail());
    }
}
