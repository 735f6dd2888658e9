package dev.foyer.realm;

import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.Customers;
import dev.foyer.membership.MembershipRegister;
import dev.foyer.membership.Permissions;
import java.time.Clock;

/** Brings customers, their contact types and their members into a realm. */
public record CustomerImport(
        Customers customers,
        CustomerRegister customerRegister,
        MembershipRegister membershipRegister,
        Permissions permissions,
        Users users,
        Clock clock) {

    /**
     * Checks the whole file and writes what can be written on the way, batch by batch, so that the end of the file is
     * checked against its beginning. If the report is a refusal, the caller has to undo it all.
     *
     * @throws dev.foyer.Refusal if somebody else changed the same customers meanwhile
     */
    public ImportReport run(ImportFile file, Progress progress) {
        return new ImportRun(this, file, progress).run();
    }
}
