package dev.foyer.invitation;

import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its sender sees it.
 *
 * @param addressChange how the address that it went to had come to be the recorded one; null if it was the first, or if that
 *     is not known any more
 * @param delivery how far its mail is; null if that is not known any more, or not yet
 */
public record SentInvitation(
        Invitation invitation,
        @Nullable AddressChange addressChange,
        @Nullable Delivery delivery) {

    /**
     * An invitation to a place as it is now.
     *
     * @param delivery null if that is not known any more, or not yet
     */
    public static SentInvitation of(Invitation invitation, Membership place, @Nullable Delivery delivery) {
        AddressChange last = place.addressChange();
        boolean before = last != null
                && invitation.address().equals(place.person().email())
                && !last.at().isAfter(invitation.createdAt());
        return new SentInvitation(invitation, before ? last : null, delivery);
    }
}
