package dev.foyer;

/** Why a value that somebody gave cannot be taken, whatever it is for. */
public enum InputReason implements Reason {
    VALUE_MISSING(Kind.INVALID),
    VALUE_NOT_ALLOWED(Kind.INVALID),
    TEXT_EXPECTED(Kind.INVALID),
    FLAG_EXPECTED(Kind.INVALID),
    MOMENT_EXPECTED(Kind.INVALID),
    NUMBER_EXPECTED(Kind.INVALID),
    LIST_EXPECTED(Kind.INVALID),
    OBJECT_EXPECTED(Kind.INVALID),
    OUT_OF_RANGE(Kind.INVALID),
    LIST_TOO_LONG(Kind.INVALID),
    FIELD_UNKNOWN(Kind.INVALID),
    CURSOR_INVALID(Kind.INVALID),
    NOT_FOUND(Kind.ABSENT);

    private final Kind kind;

    InputReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
