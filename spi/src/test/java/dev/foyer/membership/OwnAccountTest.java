package dev.foyer.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.text.Name;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);
    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final OwnAccount ownAccount = new OwnAccount(
            new CustomerRegister(customers, AccountNumberPattern.parse("K{4 digits}"), clock),
            new MembershipRegister(memberships),
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
