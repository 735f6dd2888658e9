package dev.foyer.invitation.jpa;

import dev.foyer.invitation.ExpiryQueries;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ExpiryQueries} in the database. */
public record JpaExpiryQueries(EntityManager entityManager) implements ExpiryQueries {

    @Override
    public List<Overdue> overdue(Instant now, @Nullable Overdue after, int limit) {
        return entityManager
                .createQuery("""
                        select i.realmId, i.id, i.expiresAt from InvitationEntity i
                        where i.state = SENT and i.expiresAt <= :now
                        and i.expiresAt >= :last and (i.expiresAt > :last or i.id > :id)
                        order by i.expiresAt, i.id""", Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter(
                        "last",
                        after == null ? Long.MIN_VALUE : after.expiresAt().toEpochMilli())
                .setParameter("id", after == null ? "" : after.invitationId())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Overdue(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        Instant.ofEpochMilli(row.get(2, Long.class))))
                .toList();
    }
}
