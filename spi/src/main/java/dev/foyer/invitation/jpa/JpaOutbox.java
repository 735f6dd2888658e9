package dev.foyer.invitation.jpa;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.MailReason;
import dev.foyer.invitation.Outbox;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@link Outbox} in the database. */
public final class JpaOutbox implements Outbox {

    private final EntityManager entityManager;
    private final String realmId;
    private final Supplier<String> baseUri;
    private final InstantSource clock;

    /** @param baseUri the address of the server, as the mails shall name it */
    public JpaOutbox(EntityManager entityManager, String realmId, Supplier<String> baseUri, InstantSource clock) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.baseUri = baseUri;
        this.clock = clock;
    }

    @Override
    public void add(Mail mail, Invitation invitation) {
        entityManager.persist(new MailEntity(realmId, invitation.id(), mail, baseUri.get(), clock.instant()));
    }

    @Override
    public Map<String, Delivery> deliveries(Collection<String> invitationIds) {
        return entityManager
                .createQuery(
                        "select m.invitationId, m.state, m.attempts, m.triedAt, m.reason from MailEntity m"
                                + " where m.realmId = :realm and m.mail = INVITED and m.invitationId in :ids",
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("ids", invitationIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), JpaOutbox::delivery, (one, same) -> one));
    }

    private static Delivery delivery(Tuple row) {
        Long triedAt = row.get(3, Long.class);
        return new Delivery(
                row.get(1, Delivery.State.class),
                row.get(2, Integer.class),
                triedAt == null ? null : Instant.ofEpochMilli(triedAt),
                row.get(4, MailReason.class));
    }
}
