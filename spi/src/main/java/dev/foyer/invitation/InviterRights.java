package dev.foyer.invitation;

import dev.foyer.membership.Membership;

/** What people may still do when it comes to it. */
public interface InviterRights {

    /** Whether the inviter could offer this membership today. */
    boolean mayOffer(Inviter inviter, Membership offered);
}
