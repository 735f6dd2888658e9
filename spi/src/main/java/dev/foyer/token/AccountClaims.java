package dev.foyer.token;

import java.time.Instant;
import java.util.Optional;

/** What a token may say, read from the database whenever one is made: nothing here is ever cached between requests. */
public interface AccountClaims {

    /** The claim for a user acting for a customer; empty unless the membership and the customer are both active. */
    Optional<AccountClaim> find(String userId, String customerId);

    /**
     * The claim for a member of staff in an active customer's account: everything that can be permitted in the realm.
     *
     * @param until when they have to leave again
     */
    Optional<AccountClaim> findForStaff(String customerId, Instant until);
}
