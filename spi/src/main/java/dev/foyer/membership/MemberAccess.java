package dev.foyer.membership;

import dev.foyer.Refusal;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What people may do in customers' accounts: the one place that answers it, for the account that is acted on, whichever they
 * have selected.
 */
public record MemberAccess(Memberships memberships, InstantSource clock) {

    /** The rights of a member; empty unless the account is open to the user now. */
    public Optional<MemberRights> find(String customerId, String userId) {
        return memberships.findOpen(customerId, userId, clock.instant()).map(MemberRights::new);
    }

    /** @throws Refusal {@code NOT_FOUND} unless the account is open to the user now */
    public MemberRights require(String customerId, String userId) {
        return find(customerId, userId).orElseThrow(Refusal::notFound);
    }
}
