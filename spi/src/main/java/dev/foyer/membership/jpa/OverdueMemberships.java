package dev.foyer.membership.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The memberships of all realms that have come to their end, in the database. */
public final class OverdueMemberships {
    private OverdueMemberships() {}

    /** Makes them inactive. */
    public static void suspend(EntityManager entityManager, Instant now) {
        entityManager.createQuery("""
                        update versioned MembershipEntity set state = INACTIVE
                        where endsAt <= :now and state = ACTIVE""").setParameter("now", now.toEpochMilli()).executeUpdate();
    }
}
