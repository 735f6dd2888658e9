package dev.foyer.representation;

/**
 * Which customer is meant.
 *
 * @param id a UUID
 * @param number the account ID
 */
public record CustomerReference(String id, String number, String name) {}
