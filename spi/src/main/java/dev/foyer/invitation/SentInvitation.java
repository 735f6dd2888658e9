package dev.foyer.invitation;

import dev.foyer.invitation.Outbox.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its sender sees it.
 *
 * @param delivery how far its mail is; null if that is not known any more, or not yet
 */
public record SentInvitation(
        Invitation invitation, @Nullable Delivery delivery) {}
