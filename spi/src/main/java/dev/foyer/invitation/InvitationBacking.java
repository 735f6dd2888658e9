package dev.foyer.invitation;

import dev.foyer.membership.Membership;
import java.util.Optional;

/** Who stands behind open invitations: the invitee reads their name, and it is their rights that are asked for at the answer. */
public record InvitationBacking(Invitations invitations, InviterRights rights) {

    /**
     * Has the open invitation to a membership come from who has just changed what it offers, if they may offer all of it;
     * else it stays from whom it was.
     *
     * @param offered as it is now
     * @return whether whom it comes from may offer it
     */
    public boolean pass(Membership offered, Inviter by) {
        Optional<Invitation> open = invitations.openOf(offered.id());
        if (!rights.mayOffer(by, offered)) {
            return open.filter(found -> rights.mayOffer(found.inviter(), offered))
                    .isPresent();
        }
        open.ifPresent(found -> invitations.back(found.from(by)));
        return true;
    }
}
