package dev.foyer.representation;

/**
 * A department or field of a customer.
 *
 * @param id a UUID
 * @param permanent the one type that every customer has from the start; it can be neither renamed nor removed
 */
public record ContactTypeRepresentation(String id, String name, boolean permanent) {}
