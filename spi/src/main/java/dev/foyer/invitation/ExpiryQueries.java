package dev.foyer.invitation;

import java.time.Instant;
import java.util.List;

/** The invitations of all realms that have come to their end. */
public interface ExpiryQueries {

    /** Some invitations that should have expired by now, those first that have waited longest. */
    List<Overdue> overdue(Instant now, int limit);

    /** An invitation that nobody answered in time. */
    record Overdue(String realmId, String invitationId) {}
}
