package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.MemberRights;
import dev.foyer.membership.Membership;

/** What owners change of their own account. */
public record AccountProfile(Customers customers, MemberAccess access) {

    /**
     * Changes the account, which only owners may.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code NOT_PERMITTED}, and what the revision refuses
     */
    public Customer change(Actor.Member actor, String customerId, ProfileRevision revision) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        MemberRights rights = access.require(customerId, actor.userId());
        rights.requireOwner();
        Customer changed = revision.of(customer, rights.own());
        customers.save(changed);
        return changed;
    }

    /** How an account is to be from now on, said when nobody else can change it any more. */
    @FunctionalInterface
    public interface ProfileRevision {

        /** @throws Refusal if another state of it is meant than the present one, or what is said of it is not right */
        Customer of(Customer present, Membership own);
    }
}
