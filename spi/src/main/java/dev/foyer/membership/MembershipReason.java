package dev.foyer.membership;

import dev.foyer.Reason;

/** Why a membership or what it allows cannot be so, or not by this person. */
public enum MembershipReason implements Reason {
    MEMBERSHIP_EXISTS(Kind.CONFLICT),
    MEMBERSHIP_NEEDS_PERSON(Kind.INVALID),
    MEMBERSHIP_NEEDS_USER(Kind.INVALID),
    MEMBERSHIP_MOVE(Kind.CONFLICT),
    END_NOT_ALLOWED(Kind.INVALID),
    CONTACT_TYPE_HOLDS_ONE(Kind.CONFLICT),
    OWNER_NEEDED(Kind.CONFLICT),
    PERMISSION_INVALID(Kind.INVALID),
    PERMISSION_UNKNOWN(Kind.INVALID),
    PERMISSION_EXISTS(Kind.CONFLICT),
    PERMISSION_PERMANENT(Kind.CONFLICT),
    PERMISSION_USED(Kind.CONFLICT),
    PERMISSION_LIMIT(Kind.CONFLICT),
    NOT_PERMITTED(Kind.FORBIDDEN),
    OWN_MEMBERSHIP(Kind.FORBIDDEN),
    GRANT_EXCEEDS_OWN(Kind.FORBIDDEN),
    PERSON_SETTLED(Kind.FORBIDDEN);

    private final Kind kind;

    MembershipReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
