package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Person;

/** How a membership is to be from now on, said when nobody else can change it any more. */
@FunctionalInterface
public interface Revision {

    /** @throws Refusal if another state of it is meant than the present one, or what is said of it is not right */
    Wanted of(Membership present, Customer customer);

    /** The person and what they are to be given. */
    record Wanted(Person person, Grant grant) {}
}
