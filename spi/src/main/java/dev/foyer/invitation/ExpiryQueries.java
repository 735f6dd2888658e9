package dev.foyer.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invitations of all realms that have come to their end. */
public interface ExpiryQueries {

    /**
     * Some invitations that should have expired by now, those first that have waited longest.
     *
     * @param after the one after which they come; null for the first
     */
    List<Overdue> overdue(Instant now, @Nullable Overdue after, int limit);

    /** An invitation that nobody answered in time. */
    record Overdue(String realmId, String invitationId, Instant expiresAt) {}
}
