package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.transfer.TransferReason;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One import at a time in a realm, on this node: each may take much of its memory and disk, and two that open the same
 * customers would only wait for each other to fail.
 */
final class ImportTurns {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** @throws Refusal {@code IMPORT_RUNNING} if there is one under way; it may be over when the answer arrives */
    void requireFree(String realmId) {
        if (taken.contains(realmId)) {
            throw new Refusal(TransferReason.IMPORT_RUNNING);
        }
    }

    /** @throws Refusal {@code IMPORT_RUNNING} */
    void take(String realmId) {
        if (!taken.add(realmId)) {
            throw new Refusal(TransferReason.IMPORT_RUNNING);
        }
    }

    void giveBack(String realmId) {
        taken.remove(realmId);
    }
}
