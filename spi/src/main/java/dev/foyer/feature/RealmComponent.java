package dev.foyer.feature;

import java.util.function.BooleanSupplier;

/**
 * One thing that a realm needs for customer accounts besides the customers themselves, such as a role.
 *
 * @param name lower-case letters and hyphens; kept in realms, so never to be changed
 * @param isPresent whether the realm has it, whoever made it
 * @param add makes it, where it is not there
 * @param remove takes it away, where it is there
 */
public record RealmComponent(String name, BooleanSupplier isPresent, Runnable add, Runnable remove) {}
