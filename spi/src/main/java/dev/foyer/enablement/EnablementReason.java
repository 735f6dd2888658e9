package dev.foyer.enablement;

import dev.foyer.Reason;

/** Why customer accounts cannot be enabled, or set otherwise. */
public enum EnablementReason implements Reason {
    SETTINGS_CHANGED(Kind.CONFLICT);

    private final Kind kind;

    EnablementReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
