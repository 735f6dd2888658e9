package dev.foyer.invitation;

import java.util.List;

/** What the clock does to invitations and memberships, in all realms. */
public interface Upkeep {

    /** Some invitations that should have expired by now, those first that have waited longest. */
    List<Overdue> overdue(long now, int limit);

    /**
     * Makes the memberships that have come to their end inactive. They open nothing since that very moment; this is for
     * those who read lists.
     */
    void endMemberships(long now);

    /** An invitation that nobody answered in time. */
    record Overdue(String realmId, String invitationId) {}
}
