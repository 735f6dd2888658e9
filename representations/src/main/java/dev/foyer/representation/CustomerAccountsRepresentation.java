package dev.foyer.representation;

import java.util.List;

/**
 * How customer accounts stand in a realm.
 *
 * @param added what enabling has added and disabling would take away
 * @param missing what enabling would add
 * @param settings all of them, with what holds by default
 */
public record CustomerAccountsRepresentation(
        boolean enabled, List<String> added, List<String> missing, CustomerAccountsSettings settings) {}
