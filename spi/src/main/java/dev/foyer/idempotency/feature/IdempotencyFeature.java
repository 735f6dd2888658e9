package dev.foyer.idempotency.feature;

import com.google.auto.service.AutoService;
import dev.foyer.Reason;
import dev.foyer.feature.Feature;
import dev.foyer.idempotency.IdempotencyReason;
import dev.foyer.idempotency.jpa.IdempotencyKeyEntity;
import java.util.List;
import java.util.Map;

/** Declares idempotency keys. */
@AutoService(Feature.class)
public final class IdempotencyFeature implements Feature {

    @Override
    public List<Class<?>> entities() {
        return List.of(IdempotencyKeyEntity.class);
    }

    @Override
    public Map<String, Reason> constraints() {
        return Map.of("FOYER_UQ_ATTEMPT_KEY", IdempotencyReason.IDEMPOTENCY_KEY_IN_USE);
    }

    @Override
    public List<String> removalsOfRealm() {
        return List.of("delete from IdempotencyKeyEntity where realmId = :id");
    }
}
