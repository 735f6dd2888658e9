package dev.foyer.persistence;

import dev.foyer.feature.Features;
import jakarta.persistence.EntityManager;

/** What all features keep of users. */
public final class UserRows {

    private UserRows() {}

    /** Takes away what a user had, once there is no such user any more: an id that comes again must find nothing of its past. */
    public static void remove(EntityManager entityManager, String userId) {
        Features.installed()
                .removalsOfUser()
                .forEach(change -> entityManager
                        .createQuery(change)
                        .setParameter("id", userId)
                        .executeUpdate());
    }
}
