package dev.foyer.representation;

/**
 * How many there are.
 *
 * @param count exact unless there are more
 * @param more whether there are more than were counted: nobody reads a million, and counting them would cost a second
 */
public record CountRepresentation(long count, boolean more) {}
