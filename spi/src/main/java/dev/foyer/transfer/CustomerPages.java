package dev.foyer.transfer;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.membership.PermissionCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers of a realm, to be read from beginning to end with little at a time in memory. */
public interface CustomerPages {

    /**
     * The next customers in the order of their account IDs; empty after the last.
     *
     * @param after the last account ID that was read; null at the beginning
     */
    List<Customer> customers(@Nullable AccountNumber after);

    /**
     * The next members of these customers, those of one customer together; empty after the last.
     *
     * @param customers in the order of their account IDs
     * @param after the last member that was read; null at the beginning
     */
    List<ExportedMembership> members(List<Customer> customers, @Nullable ExportedMembership after);

    PermissionCatalogue catalogue();
}
