package dev.foyer.representation;

/**
 * What went with a removed customer.
 *
 * @param contactTypes the permanent one included
 */
public record CustomerRemoval(long contactTypes, long memberships) {}
