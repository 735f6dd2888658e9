package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.membership.Person;

/** The user accounts of people who belong to customers, as somebody may create them. */
public interface UserAccounts {

    /**
     * Creates a user who signs in with the person's address.
     *
     * @return the user's id
     * @throws Refusal {@code FORBIDDEN} if who acts may not, {@code USER_REFUSED} if the realm's rules for users say no
     */
    String create(Person person);

    /**
     * Sends the user the mail with which they set their password and prove their address.
     *
     * @throws Refusal {@code EMAIL_NOT_SENT}
     */
    void welcome(String userId);
}
