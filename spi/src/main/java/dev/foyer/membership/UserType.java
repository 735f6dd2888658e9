package dev.foyer.membership;

import java.util.Locale;

/** The {@code user_type} claim: whether a user belongs to a customer or to the staff. */
public enum UserType {
    EXTERNAL,
    INTERNAL;

    /** The name of the claim. */
    public static final String NAME = "user_type";

    /** The value in tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
