package dev.foyer.membership.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memberships of all realms that have come to their end, in the database. */
public final class OverdueMemberships {
    private OverdueMemberships() {}

    /**
     * The ids of some of them, in their order.
     *
     * @param after the id after which they come; null for the first
     */
    public static List<String> find(EntityManager entityManager, Instant now, @Nullable String after, int limit) {
        return entityManager
                .createQuery("""
                        select m.id from MembershipEntity m
                        where m.endsAt <= :now and m.state = ACTIVE and m.id > :after order by m.id""", String.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Makes some of them inactive. */
    public static void suspend(EntityManager entityManager, Instant now, Collection<String> ids) {
        entityManager
                .createQuery("""
                        update versioned MembershipEntity set state = INACTIVE
                        where endsAt <= :now and state = ACTIVE and id in :ids""")
                .setParameter("now", now.toEpochMilli())
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
