package dev.foyer.representation;

/** What an import did, in numbers: nothing in it is about anybody. */
public record ImportSummary(long rows, long customers, long contactTypes, long memberships, long permissions) {}
