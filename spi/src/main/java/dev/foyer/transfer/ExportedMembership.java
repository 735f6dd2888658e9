package dev.foyer.transfer;

import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipState;
import org.jspecify.annotations.Nullable;

/**
 * A membership on its way to another server, where users have other ids.
 *
 * @param username of its user; null if it has none, or none that can be found
 */
public record ExportedMembership(
        Membership membership, @Nullable String username) {

    /**
     * What holds elsewhere too: an invitation is open only where its link leads, and nobody without a user account has
     * been let in.
     */
    public MembershipState state() {
        return switch (membership.state()) {
            case INVITE_SENT -> MembershipState.PENDING;
            case ACTIVE, INACTIVE -> username == null ? MembershipState.PENDING : membership.state();
            default -> membership.state();
        };
    }

    /** Whether anybody could tell who is meant. */
    boolean isKnown() {
        return username != null || membership.person().isKnown();
    }
}
