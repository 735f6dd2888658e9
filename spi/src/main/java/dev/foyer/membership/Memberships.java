package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.text.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of one realm. Keycloak does not always tell when a user is gone: a membership whose user does not exist
 * any more is neither found nor counted, and gives way to whoever needs its place.
 */
public interface Memberships {

    Optional<Membership> find(String id);

    Optional<Membership> findByUser(String customerId, String userId);

    /** The membership that opens the customer's account to the user at a moment. */
    Optional<Membership> findOpen(String customerId, String userId, Instant now);

    Optional<Membership> findByEmail(String customerId, EmailAddress email);

    /**
     * The keys taken in the customers of these, with the user or the address of one or as permanent contact. Memberships that
     * would be among them but for their user, who is gone, are removed.
     */
    List<MembershipKeys> findRivals(Collection<MembershipKeys> keys);

    /**
     * The next ones in the order of the account IDs of their customers, for reading all of them.
     *
     * @param customers whose memberships; not none, and in the order of their account IDs
     * @param after the last one that was read; null at the beginning
     * @param size how many at most
     */
    List<Membership> page(List<Customer> customers, @Nullable Membership after, int size);

    /**
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if the user or the address is a member already,
     *     {@code CONTACT_TYPE_HOLDS_ONE} if the place in the permanent contact type is taken; both even under a race
     */
    void add(Membership membership);

    /** Adds many in one go, as {@link #add}. */
    void addAll(Collection<Membership> added);

    /**
     * Writes what has changed.
     *
     * @throws Refusal as {@link #add}
     */
    void save(Membership membership);

    void remove(Membership membership);

    /** How many memberships a customer has. */
    long count(String customerId);

    /** Whether somebody else, who still exists, is an active owner of the same customer. */
    boolean hasOtherActiveOwner(Membership owner);
}
