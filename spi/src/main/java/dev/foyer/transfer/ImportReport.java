package dev.foyer.transfer;

import java.util.List;

/**
 * What an import did, or why it did nothing.
 *
 * @param rows memberships, and customers without any, in the file
 * @param customers opened
 * @param contactTypes added, besides the permanent one of each new customer
 * @param memberships added
 * @param permissions added to the realm's own
 * @param problems the first ones, by line
 * @param problemCount all of them; unless it is 0 nothing may be kept of what the import wrote
 */
public record ImportReport(
        long rows,
        long customers,
        long contactTypes,
        long memberships,
        long permissions,
        List<ImportProblem> problems,
        long problemCount) {

    public boolean isRefused() {
        return problemCount > 0;
    }
}
