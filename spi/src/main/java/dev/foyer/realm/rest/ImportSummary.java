package dev.foyer.realm.rest;

import dev.foyer.realm.ImportReport;

/** What an import did, in numbers: nothing in it is about anybody. */
public record ImportSummary(long rows, long customers, long contactTypes, long memberships, long permissions) {

    static ImportSummary of(ImportReport report) {
        return new ImportSummary(
                report.rows(), report.customers(), report.contactTypes(), report.memberships(), report.permissions());
    }
}
