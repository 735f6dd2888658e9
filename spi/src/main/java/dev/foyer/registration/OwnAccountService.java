package dev.foyer.registration;

import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.text.Name;
import java.time.InstantSource;

/** Opens an account of somebody's own, free of charge: they are in it from the start and may do everything. */
public record OwnAccountService(CustomerService customers, MembershipService memberships, InstantSource clock) {

    /**
     * Opens a customer with an account ID of the realm's pattern, whose active owner and first contact is the user.
     *
     * @param name of the company, or of the person themselves
     */
    public Customer open(String userId, CustomerType type, Name name) {
        Customer customer = customers.open(null, name, type, false);
        Membership owner = Membership.record(
                        customer,
                        userId,
                        MembershipKind.OWNER,
                        Person.UNRECORDED,
                        PermissionCatalogue.BUILT_IN.permissions(),
                        customer.contactTypes(),
                        clock.instant())
                .move(MembershipMove.ADMIT);
        memberships.add(owner);
        return customer;
    }
}
