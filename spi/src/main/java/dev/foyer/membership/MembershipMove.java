package dev.foyer.membership;

import java.util.Locale;

/** What can happen to a membership, besides its removal. */
public enum MembershipMove {
    /** An invitation goes out, for the first time or again. */
    INVITE,
    /** The invitee accepts. */
    ACCEPT,
    /** The invitee rejects. */
    REJECT,
    /** The open invitation ends by itself or by its sender, or its address is not the person's: expired or revoked. */
    WITHDRAW,
    /** The person gets a user account without an invitation. */
    ADMIT,
    /** The customer or staff takes the access away for a time. */
    SUSPEND,
    /** The access comes back. */
    RESUME;

    /** The name in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
