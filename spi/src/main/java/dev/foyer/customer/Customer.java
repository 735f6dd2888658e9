package dev.foyer.customer;

import dev.foyer.Refusal;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A company or private person that holds an account, with its contact types.
 *
 * @param id a UUID, never shown to people
 * @param number the account ID
 * @param name what it is called; two customers may have the same name
 * @param agency whether it may act as a service provider on other customers' orders
 * @param secondFactorRequired whether members must have used a second factor to act for it
 * @param contactTypes always the permanent one first, the others in the order in which they were added
 */
public record Customer(
        String id,
        AccountNumber number,
        Name name,
        CustomerType type,
        CustomerState state,
        boolean agency,
        boolean secondFactorRequired,
        List<ContactType> contactTypes,
        Instant createdAt) {

    /**
     * How many contact types a customer can have: every list of them is read whole, and a person can be in all of them, which
     * then stand in their tokens.
     */
    public static final int MAX_CONTACT_TYPES = 50;

    public Customer {
        contactTypes = List.copyOf(contactTypes);
    }

    /** A new active customer with the permanent contact type. */
    public static Customer open(AccountNumber number, Name name, CustomerType type, boolean agency, Instant now) {
        ContactType permanent = new ContactType(newId(), ContactType.CUSTOMER, true);
        return new Customer(newId(), number, name, type, CustomerState.ACTIVE, agency, false, List.of(permanent), now);
    }

    /** The same customer, as somebody wants it to be from now on. */
    public Customer revise(
            AccountNumber newNumber, Name newName, CustomerType newType, CustomerState newState, boolean newAgency) {
        return new Customer(
                id, newNumber, newName, newType, newState, newAgency, secondFactorRequired, contactTypes, createdAt);
    }

    public Customer activate() {
        return withState(CustomerState.ACTIVE);
    }

    public Customer deactivate() {
        return withState(CustomerState.INACTIVE);
    }

    /** Whether its account can be entered at all. */
    public boolean isActive() {
        return state == CustomerState.ACTIVE;
    }

    public Customer withSecondFactorRequired(boolean required) {
        return new Customer(id, number, name, type, state, agency, required, contactTypes, createdAt);
    }

    /**
     * @throws Refusal {@code CONTACT_TYPE_EXISTS} if the customer has a type of this name, {@code CONTACT_TYPE_LIMIT} if it has
     *     {@value #MAX_CONTACT_TYPES}
     */
    public Customer addContactType(Name typeName) {
        if (contactType(typeName).isPresent()) {
            throw new Refusal(CustomerReason.CONTACT_TYPE_EXISTS);
        }
        if (contactTypes.size() >= MAX_CONTACT_TYPES) {
            throw new Refusal(CustomerReason.CONTACT_TYPE_LIMIT, MAX_CONTACT_TYPES);
        }
        ContactType added = new ContactType(newId(), typeName, false);
        return withContactTypes(
                Stream.concat(contactTypes.stream(), Stream.of(added)).toList());
    }

    /**
     * @throws Refusal {@code CONTACT_TYPE_PERMANENT} for the type "Customer", {@code CONTACT_TYPE_EXISTS} if another type
     *     of the customer has the name
     */
    public Customer renameContactType(ContactType renamed, Name newName) {
        requireOwn(renamed);
        if (contactType(newName).filter(type -> !type.equals(renamed)).isPresent()) {
            throw new Refusal(CustomerReason.CONTACT_TYPE_EXISTS);
        }
        return withContactTypes(contactTypes.stream()
                .map(type -> type.equals(renamed) ? new ContactType(type.id(), newName, false) : type)
                .toList());
    }

    /**
     * The customer with types of these names among its own: those that it does not have are added.
     *
     * @throws Refusal {@code CONTACT_TYPE_LIMIT}
     */
    public Customer withContactTypes(Collection<Name> typeNames) {
        Customer customer = this;
        for (Name typeName : typeNames) {
            if (customer.contactType(typeName).isEmpty()) {
                customer = customer.addContactType(typeName);
            }
        }
        return customer;
    }

    /**
     * The customer without this type; who was in it stays a member.
     *
     * @throws Refusal {@code CONTACT_TYPE_UNKNOWN}, or {@code CONTACT_TYPE_PERMANENT} for the type "Customer"
     */
    public Customer removeContactType(Name typeName) {
        ContactType removed = requireContactType(typeName);
        requireOwn(removed);
        return withContactTypes(
                contactTypes.stream().filter(type -> !type.equals(removed)).toList());
    }

    public Optional<ContactType> contactType(Name typeName) {
        return contactTypes.stream()
                .filter(type -> type.name().equals(typeName))
                .findFirst();
    }

    /** @throws Refusal {@code NOT_FOUND} if no type of the customer has this id */
    public ContactType contactTypeById(String typeId) {
        return contactTypes.stream()
                .filter(type -> type.id().equals(typeId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal {@code CONTACT_TYPE_UNKNOWN} */
    public ContactType requireContactType(Name typeName) {
        return contactType(typeName).orElseThrow(() -> new Refusal(CustomerReason.CONTACT_TYPE_UNKNOWN, typeName));
    }

    private static void requireOwn(ContactType type) {
        if (type.permanent()) {
            throw new Refusal(CustomerReason.CONTACT_TYPE_PERMANENT, type.name());
        }
    }

    private Customer withState(CustomerState newState) {
        return new Customer(id, number, name, type, newState, agency, secondFactorRequired, contactTypes, createdAt);
    }

    private Customer withContactTypes(List<ContactType> newTypes) {
        return new Customer(id, number, name, type, state, agency, secondFactorRequired, newTypes, createdAt);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
