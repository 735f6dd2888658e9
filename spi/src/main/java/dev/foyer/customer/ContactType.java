package dev.foyer.customer;

import dev.foyer.text.Name;

/**
 * A department or field of a customer, such as Purchasing or Prepress.
 *
 * @param id a UUID
 * @param name unique in the customer
 * @param permanent the one type that every customer has from the start: it can not be removed and holds one person at most
 */
public record ContactType(String id, Name name, boolean permanent) {

    /** The name of the permanent type. */
    public static final Name CUSTOMER = new Name("Customer");
}
