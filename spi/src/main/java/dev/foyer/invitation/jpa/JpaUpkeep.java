package dev.foyer.invitation.jpa;

import dev.foyer.invitation.Upkeep;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** {@link Upkeep} in the database. */
public record JpaUpkeep(EntityManager entityManager) implements Upkeep {

    @Override
    public List<Overdue> overdue(long now, int limit) {
        return entityManager
                .createQuery("""
                        select i.realmId, i.id from InvitationEntity i
                        where i.state = SENT and i.expiresAt <= :now order by i.expiresAt""", Tuple.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Overdue(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    @Override
    public void endMemberships(long now) {
        entityManager.createQuery("""
                        update versioned MembershipEntity set state = INACTIVE
                        where endsAt <= :now and state = ACTIVE""").setParameter("now", now).executeUpdate();
    }
}
