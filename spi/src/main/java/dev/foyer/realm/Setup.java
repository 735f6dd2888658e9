package dev.foyer.realm;

import java.util.List;

/**
 * How customer accounts stand in a realm.
 *
 * @param added the names of the parts that enabling has added and disabling would take away
 * @param missing the names of the parts that enabling would add
 */
public record Setup(boolean enabled, List<String> added, List<String> missing) {}
