package dev.foyer.membership;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Changes the members of a customer, one change after the other: each holds the customer until its transaction ends, so
 * that two together can not break what neither would break alone.
 */
public final class CustomerMembers {

    private final Customers customers;
    private final Memberships memberships;
    private final OpenInvitations invitations;
    private final MembershipRegister register;

    /** Ends open invitations. */
    @FunctionalInterface
    public interface OpenInvitations {
        /** Nobody can answer the invitation to this membership any more. */
        void end(Membership invited);
    }

    public CustomerMembers(Customers customers, Memberships memberships, OpenInvitations invitations) {
        this.customers = customers;
        this.memberships = memberships;
        this.invitations = invitations;
        this.register = new MembershipRegister(memberships);
    }

    /**
     * An open invitation does not outlive the state of one: whoever has another address now is invited there anew, and the
     * link in the mail to the old one is dead.
     *
     * @throws Refusal {@code NOT_FOUND} if the customer has no such membership, {@code OWNER_NEEDED} if it were left
     *     without an active owner, and as {@link MembershipRegister#save}
     */
    public Membership change(String customerId, String id, BiFunction<Customer, Membership, Membership> change) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Membership current = require(customer, id);
        Membership changed = change.apply(customer, current);
        if (current.isActiveOwner() && !changed.isActiveOwner()) {
            requireAnotherOwner(customer);
        }
        register.save(changed);
        if (current.isInvited() && !changed.isInvited()) {
            invitations.end(current);
        }
        return changed;
    }

    /**
     * @param check sees the membership first and can refuse
     * @throws Refusal as {@link #change}
     */
    public void remove(String customerId, String id, Consumer<Membership> check) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Membership current = require(customer, id);
        check.accept(current);
        if (current.isActiveOwner()) {
            requireAnotherOwner(customer);
        }
        memberships.remove(current);
    }

    /** @throws Refusal {@code NOT_FOUND} if the customer has no such membership */
    Membership require(Customer customer, String id) {
        return memberships
                .find(id)
                .filter(membership -> membership.customerId().equals(customer.id()))
                .orElseThrow(Refusal::notFound);
    }

    private void requireAnotherOwner(Customer customer) {
        if (memberships.countActiveOwners(customer.id()) < 2) {
            throw new Refusal(Reason.OWNER_NEEDED);
        }
    }
}
