package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;

import dev.foyer.InputReason;
import dev.foyer.customer.Customer;
import dev.foyer.membership.PermissionCatalogue;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void aRequestNamesNoMoreThanThereCanBe() {
        assertRefused(
                InputReason.LIST_TOO_LONG,
                () -> new Grant(Collections.nCopies(PermissionCatalogue.MAX + 1, "billing"), List.of()));
        assertRefused(
                InputReason.LIST_TOO_LONG,
                () -> new Grant(List.of(), Collections.nCopies(Customer.MAX_CONTACT_TYPES + 1, "Prepress")));
        new Grant(
                Collections.nCopies(PermissionCatalogue.MAX, "billing"),
                Collections.nCopies(Customer.MAX_CONTACT_TYPES, "Prepress"));
    }
}
