package dev.foyer.invitation;

import dev.foyer.Refusal;
import dev.foyer.membership.Membership;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One invitation to one membership, with its end once it has one. What is offered stands in the membership.
 *
 * @param id a UUID
 * @param address where it is sent to
 * @param userId the user who had proved the address when the invitation was made, or whose place it is: then only that
 *     user can answer it, whatever happens to addresses; null if nobody had, and whoever proves the address can
 * @param ending null while it is open
 */
public record Invitation(
        String id,
        String customerId,
        String membershipId,
        InvitationState state,
        EmailAddress address,
        @Nullable String userId,
        Inviter inviter,
        InvitationOptions options,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Ending ending) {

    /**
     * How it ended.
     *
     * @param userId who ended it; null if it ended by itself
     */
    public record Ending(Instant at, @Nullable String userId) {}

    /** By which part an invitation ended: what may be told of who ended it without telling who that is. */
    public enum EndedBy {
        INVITEE,
        INVITER,
        /** Somebody else who manages the account, or staff. */
        OTHER;

        /** The name in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Invitation to(
            Membership membership,
            EmailAddress address,
            @Nullable String userId,
            Inviter inviter,
            InvitationOptions options,
            Instant now,
            Duration lifetime) {
        return new Invitation(
                UUID.randomUUID().toString(),
                membership.customerId(),
                membership.id(),
                InvitationState.SENT,
                address,
                userId,
                inviter,
                options,
                now,
                now.plus(lifetime),
                null);
    }

    /** The same from somebody else, who stands behind what it offers from now on. */
    Invitation from(Inviter other) {
        return new Invitation(
                id, customerId, membershipId, state, address, userId, other, options, createdAt, expiresAt, ending);
    }

    /** Whether it can be answered. */
    public boolean isOpen(Instant now) {
        return state == InvitationState.SENT && now.isBefore(expiresAt);
    }

    /** Whether it is this person's to answer, by what is known of the person at this moment. */
    public boolean isFor(Invitee invitee) {
        return invitee.verified() && isAddressedTo(invitee);
    }

    /** Whether it would be this person's to answer, were the address known to be theirs. */
    public boolean isAddressedTo(Invitee invitee) {
        return userId == null ? address.equals(invitee.email()) : userId.equals(invitee.userId());
    }

    /** The part of who ended it; empty while it is open, and if it ended by itself. */
    public Optional<EndedBy> endedBy() {
        return Optional.ofNullable(ending).map(Ending::userId).map(this::endedBy);
    }

    private EndedBy endedBy(String ender) {
        return switch (state) {
            case ACCEPTED, REJECTED -> EndedBy.INVITEE;
            case SENT, REVOKED, EXPIRED -> ender.equals(inviter.userId()) ? EndedBy.INVITER : EndedBy.OTHER;
        };
    }

    /**
     * @param endedBy null if it ended by itself
     * @throws Refusal {@code INVITATION_ENDED} if it has ended already
     */
    Invitation end(InvitationState end, @Nullable String endedBy, Instant now) {
        if (state != InvitationState.SENT) {
            throw new Refusal(InvitationReason.INVITATION_ENDED);
        }
        return new Invitation(
                id,
                customerId,
                membershipId,
                end,
                address,
                userId,
                inviter,
                options,
                createdAt,
                expiresAt,
                new Ending(now, endedBy));
    }
}
