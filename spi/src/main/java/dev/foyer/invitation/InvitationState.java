package dev.foyer.invitation;

import dev.foyer.PublicApi;
import java.util.Locale;

/** Where an invitation stands. All but {@link #SENT} are for ever. */
@PublicApi
public enum InvitationState {
    /** Open. */
    SENT,
    /** The invitee said yes. */
    ACCEPTED,
    /** The invitee said no. */
    REJECTED,
    /** Taken back, or replaced by one that was sent again. */
    REVOKED,
    /** Nobody answered in time. */
    EXPIRED;

    /** The name in JSON and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
