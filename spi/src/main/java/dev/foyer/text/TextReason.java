package dev.foyer.text;

import dev.foyer.Reason;

/** Why a text cannot be taken. */
public enum TextReason implements Reason {
    TEXT_EMPTY(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID),
    TEXT_FORBIDDEN_CHARACTER(Kind.INVALID),
    EMAIL_INVALID(Kind.INVALID),
    SEARCH_TOO_SHORT(Kind.INVALID);

    private final Kind kind;

    TextReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
