package dev.foyer.idempotency;

import dev.foyer.Reason;

/** Why a request with an idempotency key is not carried out. */
public enum IdempotencyReason implements Reason {
    IDEMPOTENCY_KEY_INVALID(Kind.INVALID),
    IDEMPOTENCY_KEY_IN_USE(Kind.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(Kind.CONTRADICTORY);

    private final Kind kind;

    IdempotencyReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
