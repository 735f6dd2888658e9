package dev.foyer.selection;

import dev.foyer.membership.MembershipKind;
import java.util.Locale;

/** As what somebody acts for an account: one of the kinds of members, or staff that looks after it for a while. */
public enum AccountRole {
    OWNER,
    CONTACT,
    GUEST,
    STAFF;

    /** What a member of this kind acts as. */
    public static AccountRole of(MembershipKind kind) {
        return switch (kind) {
            case OWNER -> OWNER;
            case CONTACT -> CONTACT;
            case GUEST -> GUEST;
        };
    }

    /** The name in tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
