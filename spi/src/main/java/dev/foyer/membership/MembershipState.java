package dev.foyer.membership;

import dev.foyer.Refusal;
import java.util.Locale;
import java.util.Map;

/** Where a membership stands. Only an {@link #ACTIVE} one opens the account. */
public enum MembershipState {
    /** Recorded: no sign-in yet and no open invitation. */
    PENDING,
    /** An invitation is open. */
    INVITE_SENT,
    /** The invitee said no. */
    REJECTED,
    /** The person may enter the account. */
    ACTIVE,
    /** Suspended. */
    INACTIVE;

    private static final Map<MembershipState, Map<MembershipMove, MembershipState>> MOVES = Map.of(
            PENDING, Map.of(MembershipMove.INVITE, INVITE_SENT, MembershipMove.ADMIT, ACTIVE),
            INVITE_SENT,
                    Map.of(
                            MembershipMove.INVITE, INVITE_SENT,
                            MembershipMove.ACCEPT, ACTIVE,
                            MembershipMove.REJECT, REJECTED,
                            MembershipMove.WITHDRAW, PENDING),
            REJECTED, Map.of(MembershipMove.INVITE, INVITE_SENT),
            ACTIVE, Map.of(MembershipMove.SUSPEND, INACTIVE),
            INACTIVE, Map.of(MembershipMove.RESUME, ACTIVE));

    /**
     * The state that a move leads to.
     *
     * @throws Refusal {@code MEMBERSHIP_MOVE} for every move that is not foreseen from here
     */
    public MembershipState after(MembershipMove move) {
        MembershipState next = MOVES.getOrDefault(this, Map.of()).get(move);
        if (next == null) {
            throw new Refusal(MembershipReason.MEMBERSHIP_MOVE, move.key(), key());
        }
        return next;
    }

    /** Whether somebody in this state must have a user account. */
    boolean needsUser() {
        return this == ACTIVE || this == INACTIVE;
    }

    /** The name in JSON and CSV. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
