package dev.foyer.invitation.jpa;

import dev.foyer.invitation.MailQueue;
import dev.foyer.invitation.MailReason;
import dev.foyer.invitation.Outbox.Mail;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link MailQueue} in the database: whoever moves the due time first has the mail. All but {@link #read} touches no more of a
 * row than it needs: one that can not be read is taken, fails and is put off like any other.
 */
public record JpaMailQueue(EntityManager entityManager) implements MailQueue {

    private static final int RIVALS = 20;

    @Override
    public List<String> realms(Instant now, @Nullable String after, int limit) {
        return entityManager
                .createQuery("""
                        select distinct m.realmId from MailEntity m
                        where m.dueAt <= :now and m.realmId > :after order by m.realmId""", String.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<Lease> take(String realmId, Instant now, Instant leasedUntil) {
        return entityManager
                .createQuery("""
                        select m.id, m.dueAt, m.attempts from MailEntity m
                        where m.realmId = :realm and m.dueAt <= :now order by m.dueAt""", Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(RIVALS)
                .getResultList()
                .stream()
                .filter(mail -> lease(mail, now, leasedUntil))
                .findFirst()
                .map(mail -> new Lease(mail.get(0, String.class), realmId, mail.get(2, Integer.class) + 1));
    }

    @Override
    public Optional<Due> read(Lease lease) {
        return entityManager
                .createQuery("select m.invitationId, m.mail, m.baseUri from MailEntity m where m.id = :id", Tuple.class)
                .setParameter("id", lease.id())
                .getResultList()
                .stream()
                .map(row -> new Due(row.get(0, String.class), row.get(1, Mail.class), row.get(2, String.class)))
                .findFirst();
    }

    @Override
    public void sent(Lease lease) {
        entityManager
                .createQuery("update MailEntity set state = SENT, dueAt = null, reason = null where id = :id")
                .setParameter("id", lease.id())
                .executeUpdate();
    }

    @Override
    public void failed(Lease lease, MailReason reason, @Nullable Instant dueAt) {
        String end = dueAt == null ? "state = FAILED, dueAt = null" : "dueAt = " + dueAt.toEpochMilli() + "L";
        entityManager
                .createQuery("update MailEntity set reason = :reason, " + end
                        + " where id = :id and state = WAITING and attempts = :attempts")
                .setParameter("reason", reason)
                .setParameter("id", lease.id())
                .setParameter("attempts", lease.attempts())
                .executeUpdate();
    }

    @Override
    public void drop(Lease lease) {
        entityManager
                .createQuery("delete from MailEntity where id = :id")
                .setParameter("id", lease.id())
                .executeUpdate();
    }

    private boolean lease(Tuple mail, Instant now, Instant leasedUntil) {
        return entityManager
                        .createQuery("""
                        update MailEntity set dueAt = :until, triedAt = :now, attempts = attempts + 1
                        where id = :id and dueAt = :seen""")
                        .setParameter("until", leasedUntil.toEpochMilli())
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("id", mail.get(0, String.class))
                        .setParameter("seen", mail.get(1, Long.class))
                        .executeUpdate()
                == 1;
    }
}
