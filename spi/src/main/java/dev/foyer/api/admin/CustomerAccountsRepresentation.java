package dev.foyer.api.admin;

import dev.foyer.enablement.EnablementState;
import java.util.List;

/**
 * How customer accounts stand in a realm.
 *
 * @param added what enabling has added and disabling would take away
 * @param missing what enabling would add
 */
public record CustomerAccountsRepresentation(boolean enabled, List<String> added, List<String> missing) {

    static CustomerAccountsRepresentation of(EnablementState setup) {
        return new CustomerAccountsRepresentation(setup.enabled(), setup.added(), setup.missing());
    }
}
