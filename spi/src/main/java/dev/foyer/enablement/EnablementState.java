package dev.foyer.enablement;

import java.util.List;

/**
 * How customer accounts stand in a realm.
 *
 * @param added the names of the components that enabling has added and disabling would take away
 * @param missing the names of the components that enabling would add
 */
public record EnablementState(boolean enabled, List<String> added, List<String> missing) {}
