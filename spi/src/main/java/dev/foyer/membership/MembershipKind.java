package dev.foyer.membership;

import java.util.Locale;

/** What a person is to a customer. */
public enum MembershipKind {
    /** The main customer profile. */
    OWNER,
    /** Registered by the customer, usually with few permissions. */
    CONTACT,
    /** A user who already exists, of another customer, invited to this one. */
    GUEST;

    /** The name in JSON, CSV and tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
