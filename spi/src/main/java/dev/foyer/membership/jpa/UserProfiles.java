package dev.foyer.membership.jpa;

import dev.foyer.membership.Profile;
import dev.foyer.membership.Profiles;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link Profiles} of the users who are in Keycloak's database, imported ones included, however many in one statement. */
public record UserProfiles(EntityManager entityManager) implements Profiles {

    @Override
    public Map<String, Profile> of(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select k.id, k.username, k.firstName, k.lastName, k.email from UserEntity k where k.id in :ids",
                        Object[].class)
                .setParameter("ids", userIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> profile(row, 1)));
    }

    /** Of these columns: username, first name, last name and address. */
    static Profile profile(Object[] row, int from) {
        return new Profile((String) row[from], (String) row[from + 1], (String) row[from + 2], (String) row[from + 3]);
    }
}
