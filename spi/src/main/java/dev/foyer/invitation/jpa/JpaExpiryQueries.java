package dev.foyer.invitation.jpa;

import dev.foyer.invitation.ExpiryQueries;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** {@link ExpiryQueries} in the database. */
public record JpaExpiryQueries(EntityManager entityManager) implements ExpiryQueries {

    @Override
    public List<Overdue> overdue(Instant now, int limit) {
        return entityManager
                .createQuery("""
                        select i.realmId, i.id from InvitationEntity i
                        where i.state = SENT and i.expiresAt <= :now order by i.expiresAt""", Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Overdue(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }
}
