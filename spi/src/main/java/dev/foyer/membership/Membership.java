package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's place in one customer. The single aggregate for persons, contacts and guests.
 *
 * @param id a UUID
 * @param userId the Keycloak user, at most one membership per user and customer; null while the person has none
 * @param person what is recorded of the person. Of who has entered the account, no name and no address: their user account says
 *     those, and a copy would be wrong from the next change on
 * @param permissions what it allows here, in the order of their keys
 * @param contactTypes the departments the person is in, all of the same customer
 * @param endsAt when it stops opening the account by itself; null if it never does
 * @param addressChange the last change of the person's address; null if it is the one that was recorded first
 */
public record Membership(
        String id,
        String customerId,
        @Nullable String userId,
        MembershipKind kind,
        MembershipState state,
        Person person,
        Set<Permission> permissions,
        Set<ContactType> contactTypes,
        Instant createdAt,
        @Nullable Instant endsAt,
        @Nullable AddressChange addressChange) {

    /**
     * @throws Refusal {@code MEMBERSHIP_NEEDS_PERSON} if nobody could tell who is meant, {@code MEMBERSHIP_NEEDS_USER} if
     *     the state is one that only a user can be in, {@code END_NOT_ALLOWED} for an owner whose place would end
     */
    public Membership {
        if (userId == null && state.needsUser()) {
            throw new Refusal(MembershipReason.MEMBERSHIP_NEEDS_USER, state.key());
        }
        if (userId == null && !person.isKnown()) {
            throw new Refusal(MembershipReason.MEMBERSHIP_NEEDS_PERSON);
        }
        if (kind == MembershipKind.OWNER && endsAt != null) {
            // A customer must never be left without an owner by the clock.
            throw new Refusal(MembershipReason.END_NOT_ALLOWED);
        }
        if (state.needsUser()) {
            person = person.withoutIdentity();
        }
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        contactTypes = Set.copyOf(contactTypes);
    }

    /**
     * A person recorded in a customer, without access yet.
     *
     * @throws Refusal as {@link #withContactTypes}
     */
    public static Membership record(
            Customer customer,
            @Nullable String userId,
            MembershipKind kind,
            Person person,
            Collection<Permission> permissions,
            Collection<ContactType> contactTypes,
            Instant now) {
        return new Membership(
                UUID.randomUUID().toString(),
                customer.id(),
                userId,
                kind,
                MembershipState.PENDING,
                person,
                Set.copyOf(permissions),
                customerTypes(customer, contactTypes),
                now,
                null,
                null);
    }

    /**
     * The membership after a move.
     *
     * @throws Refusal {@code MEMBERSHIP_MOVE} if the state does not foresee it
     */
    public Membership move(MembershipMove move) {
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                state.after(move),
                person,
                permissions,
                contactTypes,
                createdAt,
                endsAt,
                addressChange);
    }

    /**
     * The same person in exactly these departments of the customer.
     *
     * @throws Refusal {@code CONTACT_TYPE_UNKNOWN} for one that the customer does not have
     */
    public Membership withContactTypes(Customer customer, Collection<ContactType> types) {
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                state,
                person,
                permissions,
                customerTypes(customer, types),
                createdAt,
                endsAt,
                addressChange);
    }

    /** The membership with exactly these permissions. */
    public Membership withPermissions(Collection<Permission> newPermissions) {
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                state,
                person,
                Set.copyOf(newPermissions),
                contactTypes,
                createdAt,
                endsAt,
                addressChange);
    }

    /** The membership bound to a user account. */
    public Membership withUser(String newUserId) {
        return new Membership(
                id,
                customerId,
                newUserId,
                kind,
                state,
                person,
                permissions,
                contactTypes,
                createdAt,
                endsAt,
                addressChange);
    }

    /**
     * The same membership of a person of whom other things are known. An invitation is over with the address it went to.
     *
     * @param change kept if the address is another one
     * @throws Refusal {@code PERSON_SETTLED} for the name or address of somebody who has entered the account
     */
    public Membership withPerson(Person newPerson, AddressChange change) {
        if (hasEntered() && !newPerson.equals(newPerson.withoutIdentity())) {
            throw new Refusal(MembershipReason.PERSON_SETTLED);
        }
        boolean elsewhere = !Objects.equals(person.email(), newPerson.email());
        MembershipState newState = isInvited() && elsewhere ? state.after(MembershipMove.WITHDRAW) : state;
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                newState,
                newPerson,
                permissions,
                contactTypes,
                createdAt,
                endsAt,
                elsewhere ? change : addressChange);
    }

    /** The same person in another kind of place. */
    public Membership withKind(MembershipKind newKind) {
        return new Membership(
                id,
                customerId,
                userId,
                newKind,
                state,
                person,
                permissions,
                contactTypes,
                createdAt,
                endsAt,
                addressChange);
    }

    /** The membership with an end, or without one. */
    public Membership withEnd(@Nullable Instant newEnd) {
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                state,
                person,
                permissions,
                contactTypes,
                createdAt,
                newEnd,
                addressChange);
    }

    /** Whether it offers the same as another one, to whomever. */
    public boolean offersSameAs(Membership other) {
        return kind == other.kind
                && permissions.equals(other.permissions)
                && contactTypes.equals(other.contactTypes)
                && Objects.equals(endsAt, other.endsAt);
    }

    /** Whether it has come to its end. */
    public boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /**
     * Whether it opens its customer's account: the one rule for sign-ins, tokens and whoever acts in the account. Lists read
     * it from the database by the same rule.
     */
    public boolean opens(Customer customer, Instant now) {
        return isActive() && !isOver(now) && customer.id().equals(customerId) && customer.isActive();
    }

    /** Whether it is neither suspended nor still to be entered. */
    public boolean isActive() {
        return state == MembershipState.ACTIVE;
    }

    /** Whether the person has been in the account, suspended meanwhile or not. */
    public boolean hasEntered() {
        return state.needsUser();
    }

    /** Whether it makes its user a person of the customer; an invitation that was not accepted makes nobody one. */
    public boolean makesExternal() {
        return userId != null && state != MembershipState.INVITE_SENT && state != MembershipState.REJECTED;
    }

    /** Whether an invitation to it is open. */
    public boolean isInvited() {
        return state == MembershipState.INVITE_SENT;
    }

    /** Whether it is one of those of which a customer needs one. */
    public boolean isActiveOwner() {
        return kind == MembershipKind.OWNER && isActive();
    }

    /** What it takes up in its customer. */
    public MembershipKeys keys() {
        return new MembershipKeys(
                id, customerId, userId, person.email(), contactTypes.stream().anyMatch(ContactType::permanent));
    }

    private static Set<ContactType> customerTypes(Customer customer, Collection<ContactType> types) {
        for (ContactType type : types) {
            if (!customer.contactTypes().contains(type)) {
                throw new Refusal(CustomerReason.CONTACT_TYPE_UNKNOWN, type.name());
            }
        }
        return Set.copyOf(types);
    }
}
