package dev.foyer.contacts;

import dev.foyer.invitation.Inviter;

/** Who looks after the people of a customer, and by which right. */
public sealed interface Actor {

    /** The same as somebody who invites people. */
    Inviter inviter();

    /** The id of the user who acts. */
    default String userId() {
        return inviter().userId();
    }

    /**
     * Staff, whose role has been asked for: they may do everything.
     *
     * @param accounts where they create user accounts
     */
    record Staff(Inviter inviter, UserAccounts accounts) implements Actor {}

    /** A member of the customer, who may do what their own membership allows at that moment. */
    record Member(Inviter inviter) implements Actor {}
}
