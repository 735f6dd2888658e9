package dev.foyer.customer;

import dev.foyer.Reason;

/** Why a customer, its account ID or its contact types cannot be so. */
public enum CustomerReason implements Reason {
    ACCOUNT_ID_INVALID(Kind.INVALID),
    ACCOUNT_ID_PATTERN_INVALID(Kind.INVALID),
    ACCOUNT_ID_TAKEN(Kind.CONFLICT),
    ACCOUNT_ID_DIFFERS(Kind.CONFLICT),
    CONTACT_TYPE_EXISTS(Kind.CONFLICT),
    CONTACT_TYPE_UNKNOWN(Kind.INVALID),
    CONTACT_TYPE_PERMANENT(Kind.CONFLICT),
    CONTACT_TYPE_LIMIT(Kind.CONFLICT);

    private final Kind kind;

    CustomerReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
