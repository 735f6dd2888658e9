package dev.foyer.token;

import dev.foyer.Reason;

/** Why the client scope of accounts cannot be so. */
public enum TokenReason implements Reason {
    CLIENT_SCOPE_OCCUPIED(Kind.CONFLICT),
    CLIENT_SCOPE_NEEDED(Kind.CONFLICT);

    private final Kind kind;

    TokenReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
