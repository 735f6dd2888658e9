package dev.foyer.invitation;

import dev.foyer.Reason;

/** Why somebody cannot be invited, or an invitation not be answered. */
public enum InvitationReason implements Reason {
    INVITATION_ENDED(Kind.CONFLICT),
    INVITATION_LIMIT(Kind.LIMITED),
    EMAIL_UNVERIFIED(Kind.INVALID),
    REDIRECT_NOT_ALLOWED(Kind.INVALID),
    LANGUAGE_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    InvitationReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
