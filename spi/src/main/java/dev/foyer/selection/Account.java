package dev.foyer.selection;

import dev.foyer.customer.AccountNumber;
import dev.foyer.text.Name;

/**
 * A customer as the person who signs in sees it: a door that is open to them.
 *
 * @param id the customer's id
 * @param number the account ID
 * @param name the customer's name
 * @param role what the person is there: an owner's account is their own
 * @param secondFactorRequired whether it opens only to those who have used a second factor
 */
public record Account(String id, AccountNumber number, Name name, AccountRole role, boolean secondFactorRequired) {

    /** The OAuth scope by which an application asks for an account. */
    public static final String SCOPE = "account";

    /** Whether the person comes in as staff and not as a member. */
    public boolean isEnteredByStaff() {
        return role == AccountRole.STAFF;
    }
}
