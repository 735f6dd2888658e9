package dev.foyer.invitation.jpa;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Sendings;
import dev.foyer.text.Digest;
import dev.foyer.text.EmailAddress;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Sendings} in the database. Bound to its realm by the digests, which begin with it. */
public final class JpaSendings implements Sendings {

    private final EntityManager entityManager;
    private final String realmId;
    private final Set<Integer> held = new HashSet<>();

    public JpaSendings(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    /** All by one statement in the order of the locks, which are there from the beginning: nothing is to be made in a race. */
    @Override
    public void hold(Collection<? extends Window> windows) {
        List<Integer> missing = windows.stream()
                .map(window -> Math.floorMod(key(window).hashCode(), SendingLockEntity.LOCKS))
                .distinct()
                .sorted()
                .filter(lock -> !held.contains(lock))
                .toList();
        if (!missing.isEmpty()) {
            entityManager
                    .createQuery(
                            "select l from SendingLockEntity l where l.id in :ids order by l.id",
                            SendingLockEntity.class)
                    .setParameter("ids", missing)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(lock -> held.add(lock.id()));
        }
    }

    @Override
    public List<Instant> recent(Window window, Instant since, int limit) {
        return entityManager
                .createQuery(
                        "select s.sentAt from SendingEntity s where s.%s = :key and s.sentAt > :since order by s.sentAt desc"
                                .formatted(column(window)),
                        Long.class)
                .setParameter("key", key(window))
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    @Override
    public void add(Invitation invitation) {
        String inviter = invitation.inviter().staff()
                ? null
                : key(new Window.By(invitation.inviter().userId()));
        entityManager.persist(new SendingEntity(
                realmId,
                inviter,
                key(new Window.Into(invitation.customerId())),
                key(new Window.To(invitation.address())),
                invitation.createdAt()));
    }

    private static String column(Window window) {
        if (window instanceof Window.By) {
            return "inviterKey";
        }
        return window instanceof Window.Into ? "customerKey" : "addressKey";
    }

    private String key(Window window) {
        if (window instanceof Window.By by) {
            return digest("by", by.userId());
        }
        if (window instanceof Window.Into into) {
            return digest("into", into.customerId());
        }
        EmailAddress address = ((Window.To) window).address();
        return digest("to", address.value());
    }

    /** Of one length and any alphabet, and nobody's address: the realm is its salt. */
    private String digest(String kind, String value) {
        return Digest.of(String.join("\n", realmId, kind, value).getBytes(StandardCharsets.UTF_8));
    }
}
