package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;

/** What must hold for the membership that is to be changed, asked when nobody else can change it any more. */
@FunctionalInterface
public interface Precondition {

    /** Nothing. */
    Precondition NONE = (present, customer) -> {};

    /** @throws Refusal if another state of it is meant than the present one */
    void require(Membership present, Customer customer);
}
