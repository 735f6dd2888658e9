package dev.foyer.transfer;

import dev.foyer.customer.CustomerService;
import dev.foyer.customer.Customers;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Permissions;
import dev.foyer.staff.Staff;
import dev.foyer.text.EmailAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings customers, their contact types and their members into a realm.
 *
 * @param staff who does not become a person of a customer by it
 * @param importer the address of who imports; null if they have none
 */
public record CustomerImport(
        Customers customers,
        CustomerService customerRegister,
        MembershipService membershipRegister,
        Permissions permissions,
        Users users,
        Staff staff,
        @Nullable EmailAddress importer,
        InstantSource clock) {

    /**
     * Checks the whole file and writes what can be written on the way, batch by batch, so that the end of the file is
     * checked against its beginning. If the report is a refusal, the caller has to undo it all.
     *
     * @throws dev.foyer.Refusal if somebody else changed the same customers meanwhile
     */
    public ImportReport run(ImportFile file, ImportProgress progress) {
        return new ImportRun(this, file, progress).run();
    }
}
