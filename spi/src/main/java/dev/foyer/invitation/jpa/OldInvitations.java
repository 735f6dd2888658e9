package dev.foyer.invitation.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nobody needs any more of invitations, in the database: they hold addresses. */
public final class OldInvitations {
    private OldInvitations() {}

    /**
     * Some realms that have invitations, in the order of their ids.
     *
     * @param after the realm after which they come; null for the first
     */
    public static List<String> realms(EntityManager entityManager, @Nullable String after, int limit) {
        return entityManager
                .createQuery("""
                        select distinct i.realmId from InvitationEntity i
                        where i.endedAt is not null and i.realmId > :after order by i.realmId""", String.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The ids of some invitations of a realm that ended before a moment, in their order.
     *
     * @param after the id after which they come; null for the first
     */
    public static List<String> ended(
            EntityManager entityManager, String realmId, Instant before, @Nullable String after, int limit) {
        return entityManager
                .createQuery("""
                        select i.id from InvitationEntity i
                        where i.realmId = :realm and i.endedAt < :before and i.id > :after order by i.id""", String.class)
                .setParameter("realm", realmId)
                .setParameter("before", before.toEpochMilli())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Removes invitations that have ended, and with them their mails. */
    public static void remove(EntityManager entityManager, Collection<String> ids) {
        entityManager
                .createQuery("delete from InvitationEntity where id in :ids and endedAt is not null")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /**
     * The ids of some sendings that no limit counts any more, in their order.
     *
     * @param after the id after which they come; null for the first
     */
    public static List<String> sendings(EntityManager entityManager, Instant until, @Nullable String after, int limit) {
        return entityManager
                .createQuery(
                        "select s.id from SendingEntity s where s.sentAt <= :until and s.id > :after order by s.id",
                        String.class)
                .setParameter("until", until.toEpochMilli())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Removes sendings. */
    public static void removeSendings(EntityManager entityManager, Collection<String> ids) {
        entityManager
                .createQuery("delete from SendingEntity where id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
