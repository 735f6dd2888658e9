package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.invitation.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the addresses of a request.
 *
 * @param address as it was given
 * @param invitation null if it was refused
 * @param refusal null if it was invited
 */
public record InvitationOutcome(
        String address,
        @Nullable Invitation invitation,
        @Nullable Refusal refusal) {}
