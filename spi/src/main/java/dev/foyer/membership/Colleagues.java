package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.membership.ContactRegister.Contact;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The members of customers as one of them may see and change them. Each change holds the customer first, and asks for the
 * rights after that: whoever loses them meanwhile can do nothing more.
 */
public final class Colleagues {

    /** Invites people in the name of who acts. */
    @FunctionalInterface
    public interface Invitations {
        /** @return the membership as it is once it is offered */
        Membership invite(Membership offered);
    }

    private final Customers customers;
    private final Memberships memberships;
    private final CustomerMembers members;
    private final Invitations invitations;
    private final String userId;
    private final Clock clock;

    /**
     * @param members changes them in the name of who acts
     * @param userId who acts
     */
    public Colleagues(
            Customers customers,
            Memberships memberships,
            CustomerMembers members,
            String userId,
            Invitations invitations,
            Clock clock) {
        this.customers = customers;
        this.memberships = memberships;
        this.members = members;
        this.invitations = invitations;
        this.userId = userId;
        this.clock = clock;
    }

    /** @throws Refusal {@code NOT_FOUND} for who is no active member */
    public MemberRights rights(String customerId) {
        return memberships
                .findByUser(customerId, userId)
                .filter(own -> own.isActive() && !own.isOver(clock.millis()))
                .map(MemberRights::new)
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Registers a person as a contact. With an address they are invited, whether a user has it or not: nobody can tell.
     *
     * @throws Refusal as {@link #requireOffer} and {@link MembershipRegister#add}
     */
    public Membership register(String customerId, Function<Customer, Contact> described) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        rights(customerId).requireManage();
        Contact contact = described.apply(customer);
        Membership offered = contact.in(customer, null, MembershipKind.CONTACT, clock);
        requireOffer(offered);
        if (contact.email().isPresent()) {
            return invitations.invite(offered);
        }
        new MembershipRegister(memberships).add(offered);
        return offered;
    }

    /**
     * A membership that is to be offered to somebody, new or recorded by that address. The customer must be held.
     *
     * @throws Refusal as {@link #rights}, {@link MemberRights#requireGive} and {@link MemberRights#requireOver}
     */
    public void requireOffer(Membership offered) {
        MemberRights rights = rights(offered.customerId());
        rights.requireGive(offered.kind(), offered.permissions());
        Optional.ofNullable(offered.person().email())
                .flatMap(email -> memberships.findByEmail(offered.customerId(), email))
                .ifPresent(rights::requireOver);
    }

    /**
     * Holds the customer, for places of this kind with these permissions that are to be given.
     *
     * @throws Refusal {@code NOT_FOUND}, and as {@link MemberRights#requireGive}
     */
    public void holdToGive(String customerId, MembershipKind kind, Collection<Permission> permissions) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        rights(customer.id()).requireGive(kind, permissions);
    }

    /**
     * Holds the customer, for what is offered to this member once more.
     *
     * @throws Refusal as {@link #holdToChange} and {@link MemberRights#requireGive}
     */
    public void holdToOffer(String customerId, String id) {
        Membership member = holdToChange(customerId, id);
        rights(customerId).requireGive(member.kind(), member.permissions());
    }

    /**
     * Holds the customer, for something that is to happen to this member.
     *
     * @throws Refusal {@code NOT_FOUND}, and as {@link MemberRights#requireOver}
     */
    public Membership holdToChange(String customerId, String id) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        MemberRights rights = rights(customer.id());
        Membership member = members.require(customer, id);
        rights.requireOver(member);
        return member;
    }

    /** @throws Refusal as {@link CustomerMembers#change}, {@link #rights} and {@link MemberRights#requireChange} */
    public Membership change(String customerId, String id, BiFunction<Customer, Membership, Membership> change) {
        return members.change(customerId, id, (customer, present) -> {
            MemberRights rights = rights(customerId);
            rights.requireOver(present);
            Membership changed = change.apply(customer, present);
            rights.requireChange(present, changed);
            return changed;
        });
    }

    /**
     * @param check sees the membership first and can refuse
     * @throws Refusal as {@link CustomerMembers#remove} and {@link MemberRights#requireOver}
     */
    public void remove(String customerId, String id, Consumer<Membership> check) {
        members.remove(customerId, id, present -> {
            rights(customerId).requireOver(present);
            check.accept(present);
        });
    }

    /**
     * Ends the own membership.
     *
     * @throws Refusal as {@link CustomerMembers#remove}
     */
    public Membership leave(String customerId) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Membership own = rights(customer.id()).own();
        members.remove(customer.id(), own.id(), present -> {});
        return own;
    }
}
