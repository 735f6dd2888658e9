package dev.foyer.idempotency.jpa;

import java.util.List;

/** The JPA entities of idempotency keys. */
public final class IdempotencyEntities {
    private IdempotencyEntities() {}

    /** All of them. */
    public static final List<Class<?>> ALL = List.of(IdempotencyKeyEntity.class);
}
