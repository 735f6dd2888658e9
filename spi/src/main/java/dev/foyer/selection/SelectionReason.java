package dev.foyer.selection;

import dev.foyer.Reason;

/** Why an account cannot be entered. */
public enum SelectionReason implements Reason {
    SECOND_FACTOR_NEEDED(Kind.FORBIDDEN);

    private final Kind kind;

    SelectionReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
