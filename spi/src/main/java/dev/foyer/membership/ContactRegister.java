package dev.foyer.membership;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.text.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registers people in customers. */
public record ContactRegister(
        Customers customers, MembershipRegister memberships, ExternalUsers users, Guests guests, Clock clock) {

    /** Invites users to be guests. */
    @FunctionalInterface
    public interface Guests {
        /** @return the membership as it is once it is offered to the user */
        Membership invite(Membership offered, String userId);
    }

    /**
     * Registers a person. With a user account of their own they are an active contact at once, without one they stay
     * pending. Somebody whose address is a user's already is never made a contact behind that user's back: they are invited
     * as a guest.
     *
     * @throws Refusal {@code NOT_FOUND} if there is no such customer, and as {@link MembershipRegister#add} and {@link
     *     ExternalUsers}
     */
    public Membership register(String customerId, Function<Customer, Contact> described) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Contact contact = described.apply(customer);
        Optional<String> user = contact.email().flatMap(users::findByEmail);
        if (user.isPresent()) {
            return guests.invite(contact.in(customer, null, MembershipKind.GUEST, clock), user.get());
        }
        return contact.createUser() ? withUser(customer, contact) : withoutUser(customer, contact);
    }

    private Membership withoutUser(Customer customer, Contact contact) {
        Membership pending = contact.in(customer, null, MembershipKind.CONTACT, clock);
        memberships.add(pending);
        return pending;
    }

    private Membership withUser(Customer customer, Contact contact) {
        if (contact.email().isEmpty()) {
            throw new Refusal(Reason.VALUE_MISSING).at(new Pointer("/person/email"));
        }
        String userId = users.create(contact.person());
        Membership active =
                contact.in(customer, userId, MembershipKind.CONTACT, clock).move(MembershipMove.ADMIT);
        memberships.add(active);
        // Last of all: a mail can not be undone.
        users.welcome(userId);
        return active;
    }

    /**
     * A person and what they shall be.
     *
     * @param createUser whether they are given a user account
     */
    public record Contact(
            Person person, List<Permission> permissions, List<ContactType> contactTypes, boolean createUser) {

        Optional<EmailAddress> email() {
            return Optional.ofNullable(person.email());
        }

        Membership in(Customer customer, @Nullable String userId, MembershipKind kind, Clock clock) {
            return Membership.record(customer, userId, kind, person, permissions, contactTypes, clock.millis());
        }
    }
}
