package dev.foyer.membership;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What removing a customer takes, and what it needs. */
class CustomerDeletionTest {

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships(customers);
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);

    @Test
    void aCustomerIsRemovedByItsIdAndAccountIdTogether() {
        customers.add(acme);
        memberships.add(Membership.record(
                        acme, "anna", MembershipKind.OWNER, Person.UNRECORDED, List.of(), List.of(), Instant.EPOCH)
                .move(MembershipMove.ADMIT));
        CustomerDeletion deletion = new CustomerDeletion(customers, memberships);

        assertRefused(CustomerReason.ACCOUNT_ID_DIFFERS, () -> deletion.remove(acme.id(), new AccountNumber("C-2")));
        assertRefused(InputReason.NOT_FOUND, () -> deletion.remove("nowhere", acme.number()));
        assertThat(deletion.remove(acme.id(), acme.number()).memberships()).isEqualTo(1);
        assertThat(customers.find(acme.id())).isEmpty();
    }
}
