package dev.foyer.transfer;

/**
 * What an export has written.
 *
 * @param unknown memberships left out, because their user is gone and nothing else tells who was meant
 */
public record ExportReport(long customers, long memberships, long unknown) {}
