package dev.foyer.selection;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.MembershipKind;
import dev.foyer.text.Name;

/**
 * A customer as the person who signs in sees it: a door that is open to them.
 *
 * @param id the customer's id
 * @param number the account ID
 * @param name the customer's name
 * @param kind what the person is there: an owner's account is their own
 */
public record Account(String id, AccountNumber number, Name name, MembershipKind kind) {}
