package dev.foyer.realm;

import java.util.function.BooleanSupplier;

/**
 * One thing that a realm needs for customer accounts besides the customers themselves, such as a role.
 *
 * @param name lower-case letters and hyphens; kept in realms, so never to be changed
 * @param isThere whether the realm has it, whoever made it
 * @param add makes it, where it is not there
 * @param remove takes it away, where it is there
 */
public record Part(String name, BooleanSupplier isThere, Runnable add, Runnable remove) {}
