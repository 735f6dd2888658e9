package dev.foyer.staff;

import dev.foyer.Reason;

/** What staff do not do. */
public enum StaffReason implements Reason {
    STAFF_AS_PERSON(Kind.FORBIDDEN);

    private final Kind kind;

    StaffReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
