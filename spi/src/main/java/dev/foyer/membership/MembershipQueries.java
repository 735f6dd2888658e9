package dev.foyer.membership;

import dev.foyer.Page;
import dev.foyer.customer.AccountNumber;
import dev.foyer.text.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Memberships of one realm as lists. */
public interface MembershipQueries {

    /** Those of one customer. */
    Page<Listed> ofCustomer(String customerId, Filter filter, Page.Request<Sort> request);

    /** The accounts of one user, whatever state they are in: the access list. */
    Page<Listed> ofUser(String userId, Filter filter, Page.Request<Sort> request);

    /**
     * The accounts that a user may enter: those of active memberships in active customers.
     *
     * @param search as in {@link Filter}
     * @param now memberships that have come to their end do not count
     */
    Page<Listed> openTo(String userId, @Nullable String search, Instant now, Page.Request<Sort> request);

    /** What a list can be sorted by. */
    enum Sort {
        /** The name of the person, or of the customer in a user's list. */
        NAME,
        CREATED
    }

    /**
     * Which memberships; what is null does not matter.
     *
     * @param contactType a name
     * @param search a part, in any case, of the person's name or address, or of the customer's name or account ID
     */
    record Filter(
            @Nullable MembershipState state,
            @Nullable MembershipKind kind,
            @Nullable String permission,
            @Nullable String contactType,
            @Nullable String search) {}

    /** A membership with the words for its customer. */
    record Listed(Membership membership, AccountNumber number, Name customerName) {}
}
