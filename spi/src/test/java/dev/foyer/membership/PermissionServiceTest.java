package dev.foyer.membership;

import static dev.foyer.Refusals.assertRefused;

import dev.foyer.InputReason;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which permissions a realm can add and take away. */
class PermissionServiceTest {

    private final InMemoryMemberships memberships = new InMemoryMemberships(new InMemoryCustomers());
    private final PermissionService service = new PermissionService(new InMemoryPermissions(memberships));

    @Test
    void aPermissionGoesWhenNobodyHasItAnyMore() {
        Permission own = new Permission("print-approval");
        service.add(own);
        Customer acme =
                Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);
        memberships.add(Membership.record(
                acme, "anna", MembershipKind.CONTACT, Person.UNRECORDED, List.of(own), List.of(), Instant.EPOCH));

        assertRefused(MembershipReason.PERMISSION_EXISTS, () -> service.add(own));
        assertRefused(MembershipReason.PERMISSION_EXISTS, () -> service.add(new Permission("billing")));
        assertRefused(MembershipReason.PERMISSION_PERMANENT, () -> service.remove("billing"));
        assertRefused(InputReason.NOT_FOUND, () -> service.remove("unknown"));
        assertRefused(MembershipReason.PERMISSION_USED, () -> service.remove("print-approval"));
    }

    @Test
    void aRealmHasSoManyPermissionsAndNoMore() {
        int own = PermissionCatalogue.MAX
                - PermissionCatalogue.BUILT_IN.permissions().size();
        IntStream.range(0, own).forEach(number -> service.add(new Permission("p" + number)));

        assertRefused(MembershipReason.PERMISSION_LIMIT, () -> service.add(new Permission("one-more")));
        assertRefused(MembershipReason.PERMISSION_EXISTS, () -> service.add(new Permission("p0")));
    }
}
