package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.Customers;

/** Removes customers with everything that hangs on them. */
public record CustomerDeletion(Customers customers, Memberships memberships) {

    /**
     * @param confirmed the account ID, said again: nobody removes the wrong customer by its id alone
     * @throws Refusal {@code NOT_FOUND}, or {@code ACCOUNT_ID_DIFFERS} if another account ID was said
     */
    public Removed remove(String customerId, AccountNumber confirmed) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        if (!customer.number().equals(confirmed)) {
            throw new Refusal(CustomerReason.ACCOUNT_ID_DIFFERS);
        }
        long members = memberships.count(customerId);
        customers.remove(customer);
        return new Removed(customer, members);
    }

    /** What is no more. */
    public record Removed(Customer customer, long memberships) {}
}
