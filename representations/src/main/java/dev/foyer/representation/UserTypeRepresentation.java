package dev.foyer.representation;

/**
 * Where a user comes from.
 *
 * @param type {@code external} for whoever ever was a person of a customer, registered themselves or came by an identity
 *     provider; {@code internal} for whoever was created in user management and never was one. It permits nothing
 */
public record UserTypeRepresentation(String type) {}
