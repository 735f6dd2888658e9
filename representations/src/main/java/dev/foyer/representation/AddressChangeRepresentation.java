package dev.foyer.representation;

/**
 * How a recorded e-mail address came to be the one it is, after it had been another one or none.
 *
 * @param at milliseconds since the epoch
 * @param by the name of who changed it
 * @param staff whether that was staff
 */
public record AddressChangeRepresentation(long at, String by, boolean staff) {}
