package dev.foyer.contacts;

import dev.foyer.Reason;

/** Why a person cannot be given a user account. */
public enum ContactsReason implements Reason {
    USER_REFUSED(Kind.INVALID),
    EMAIL_NOT_SENT(Kind.UNDELIVERED);

    private final Kind kind;

    ContactsReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
