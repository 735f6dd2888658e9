package dev.foyer.persistence;

import dev.foyer.Reason;

/** Why the database ends a request that was right. */
public enum PersistenceReason implements Reason {
    /** Of requests that wait for each other one has to give way; it can come again as it is. */
    CONTENDED(Kind.CONFLICT);

    private final Kind kind;

    PersistenceReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
