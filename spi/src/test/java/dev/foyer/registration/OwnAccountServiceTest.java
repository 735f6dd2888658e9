package dev.foyer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.membership.InMemoryMemberships;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.text.Name;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class OwnAccountServiceTest {

    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));
    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships(customers);
    private final OwnAccountService ownAccount = new OwnAccountService(
            new CustomerService(customers, AccountNumberPattern.parse("K{4 digits}"), clock),
            new MembershipService(memberships),
            clock);

    @Test
    void theAccountIsOpenWithANumberOfTheRealmsPattern() {
        Customer opened = ownAccount.open("anna", CustomerType.COMPANY, new Name("Acme"));

        assertThat(customers.find(opened.id())).contains(opened);
        assertThat(opened.number().value()).matches("K\\d{4}");
        assertThat(opened.name()).isEqualTo(new Name("Acme"));
        assertThat(opened.type()).isEqualTo(CustomerType.COMPANY);
        assertThat(opened.state()).isEqualTo(CustomerState.ACTIVE);
        assertThat(opened.agency()).isFalse();
    }

    @Test
    void theUserIsItsActiveOwnerAndFirstContactAndMayDoEverything() {
        Customer opened = ownAccount.open("anna", CustomerType.INDIVIDUAL, new Name("Anna Rossi"));

        Membership owner = memberships.findByUser(opened.id(), "anna").orElseThrow();
        assertThat(owner.isActiveOwner()).isTrue();
        assertThat(owner.permissions()).isEqualTo(PermissionCatalogue.BUILT_IN.permissions());
        assertThat(owner.contactTypes()).containsExactlyElementsOf(opened.contactTypes());
        assertThat(memberships.count(opened.id())).isEqualTo(1);
    }
}
