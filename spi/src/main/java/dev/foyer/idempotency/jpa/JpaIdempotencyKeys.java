package dev.foyer.idempotency.jpa;

import dev.foyer.Refusal;
import dev.foyer.idempotency.IdempotencyKeys;
import dev.foyer.idempotency.IdempotencyReason;
import dev.foyer.persistence.Constraints;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** {@link IdempotencyKeys} in the database. */
public final class JpaIdempotencyKeys implements IdempotencyKeys {

    private final EntityManager entityManager;
    private final String realmId;
    private final String caller;

    public JpaIdempotencyKeys(EntityManager entityManager, String realmId, String caller) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.caller = caller;
    }

    @Override
    public Optional<Created> begin(String key, String request, Instant now) {
        entityManager
                .createQuery("delete from IdempotencyKeyEntity a where a.expiresAt < :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        Optional<IdempotencyKeyEntity> first = find(key);
        if (first.isEmpty()) {
            entityManager.persist(new IdempotencyKeyEntity(realmId, caller, key, request, now.plus(UNDER_WAY)));
            Constraints.flush(entityManager);
            return Optional.empty();
        }
        if (!first.get().isOf(request)) {
            throw new Refusal(IdempotencyReason.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(
                first.get().created().orElseThrow(() -> new Refusal(IdempotencyReason.IDEMPOTENCY_KEY_IN_USE)));
    }

    @Override
    public void succeed(String key, Created created, Instant now) {
        find(key).ifPresent(attempt -> attempt.succeed(created, now.plus(KEPT)));
        Constraints.flush(entityManager);
    }

    @Override
    public void fail(String key) {
        find(key).ifPresent(entityManager::remove);
    }

    private Optional<IdempotencyKeyEntity> find(String key) {
        return entityManager
                .createQuery(
                        "select a from IdempotencyKeyEntity a where a.realmId = :realm and a.caller = :caller and a.key = :key",
                        IdempotencyKeyEntity.class)
                .setParameter("realm", realmId)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }
}
