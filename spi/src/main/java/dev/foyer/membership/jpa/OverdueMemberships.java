package dev.foyer.membership.jpa;

import jakarta.persistence.EntityManager;

/** The memberships of all realms that have come to their end, in the database. */
public final class OverdueMemberships {
    private OverdueMemberships() {}

    /** Makes them inactive. */
    public static void suspend(EntityManager entityManager, long now) {
        entityManager.createQuery("""
                        update versioned MembershipEntity set state = INACTIVE
                        where endsAt <= :now and state = ACTIVE""").setParameter("now", now).executeUpdate();
    }
}
