package dev.foyer.invitation.jpa;

import dev.foyer.invitation.MailQueue;
import dev.foyer.invitation.Outbox.Delivery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link MailQueue} in the database: whoever moves the due time first has the mail. */
public record JpaMailQueue(EntityManager entityManager) implements MailQueue {

    private static final int RIVALS = 20;

    @Override
    public Optional<Due> take(Instant now, Instant leasedUntil, Collection<String> without) {
        String elsewhere = without.isEmpty() ? "" : " and m.realmId not in :without";
        TypedQuery<MailEntity> query = entityManager
                .createQuery(
                        "select m from MailEntity m where m.dueAt <= :now" + elsewhere + " order by m.dueAt",
                        MailEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(RIVALS);
        if (!without.isEmpty()) {
            query.setParameter("without", without);
        }
        List<MailEntity> waiting = query.getResultList();
        return waiting.stream()
                .filter(mail -> lease(mail, now, leasedUntil))
                .findFirst()
                .map(MailEntity::toDue);
    }

    @Override
    public void sent(String id) {
        find(id).ifPresent(mail -> mail.end(Delivery.State.SENT));
    }

    @Override
    public void failed(String id, @Nullable Instant dueAt) {
        find(id).ifPresent(mail -> {
            if (dueAt == null) {
                mail.end(Delivery.State.FAILED);
            } else {
                mail.postpone(dueAt);
            }
        });
    }

    @Override
    public void drop(String id) {
        find(id).ifPresent(entityManager::remove);
    }

    /** Empty if the membership was removed while the mail was on its way. */
    private Optional<MailEntity> find(String id) {
        return Optional.ofNullable(entityManager.find(MailEntity.class, id));
    }

    private boolean lease(MailEntity mail, Instant now, Instant leasedUntil) {
        return entityManager
                        .createQuery("""
                        update MailEntity set dueAt = :until, triedAt = :now, attempts = attempts + 1
                        where id = :id and dueAt = :seen""")
                        .setParameter("until", leasedUntil.toEpochMilli())
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("id", mail.id())
                        .setParameter("seen", mail.dueAt())
                        .executeUpdate()
                == 1;
    }
}
