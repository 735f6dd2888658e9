package dev.foyer.membership;

import java.util.Locale;

/** The {@code user_type} claim: where a user comes from. It tells people apart and permits nothing. */
public enum UserType {
    /** Was a person of a customer at some time, registered themselves or came by an identity provider; for good. */
    EXTERNAL,
    /** Created in user management, and never a person of a customer. */
    INTERNAL;

    /** The name of the claim. */
    public static final String NAME = "user_type";

    /** The value in tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
