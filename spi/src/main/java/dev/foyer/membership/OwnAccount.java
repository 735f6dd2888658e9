package dev.foyer.membership;

import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.Name;
import java.time.Clock;

/** Opens an account of somebody's own, free of charge: they are in it from the start and may do everything. */
public record OwnAccount(CustomerRegister customers, MembershipRegister memberships, Clock clock) {

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
                        clock.millis())
                .move(MembershipMove.ADMIT);
        memberships.add(owner);
        return customer;
    }
}
