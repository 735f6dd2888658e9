package dev.foyer.transfer;

import dev.foyer.Reason;

/** Why a file of customers cannot be imported. */
public enum TransferReason implements Reason {
    COLUMN_MISSING(Kind.INVALID),
    COLUMN_REPEATED(Kind.INVALID),
    ROW_LENGTH(Kind.INVALID),
    RECORD_TOO_LARGE(Kind.INVALID),
    USER_UNKNOWN(Kind.INVALID),
    CUSTOMER_DIFFERS(Kind.INVALID),
    FILE_NOT_UTF8(Kind.INVALID),
    FILE_MALFORMED(Kind.INVALID),
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    FILE_UNREADABLE(Kind.INVALID),
    IMPORT_RUNNING(Kind.LIMITED),
    IMPORT_REFUSED(Kind.INVALID);

    private final Kind kind;

    TransferReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
