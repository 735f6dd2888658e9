package dev.foyer.representation;

/**
 * One thing that a membership can allow.
 *
 * @param builtIn whether every realm has it; only a realm's own can be removed
 */
public record PermissionRepresentation(String key, boolean builtIn) {}
