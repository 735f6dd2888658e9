package dev.foyer.customer.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.ContactTypeRepresentation;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.CustomerRepresentation;
import dev.foyer.rest.JsonBody;
import dev.foyer.rest.Values;
import dev.foyer.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a customer.
 *
 * @param number null for one of the realm's pattern
 */
public record CustomerForm(
        @Nullable AccountNumber number,
        Name name,
        CustomerType type,
        CustomerState state,
        boolean agency,
        boolean secondFactorRequired) {

    static CustomerForm of(CustomerDetails details) {
        CustomerState state = Values.optional("state", details.state(), Values.oneOf(CustomerState.class));
        return new CustomerForm(
                Values.optional("number", details.number(), AccountNumber::new),
                Values.required("name", details.name(), Name::new),
                Values.required("type", details.type(), Values.oneOf(CustomerType.class)),
                state == null ? CustomerState.ACTIVE : state,
                Boolean.TRUE.equals(details.agency()),
                Boolean.TRUE.equals(details.secondFactorRequired()));
    }

    static CustomerDetails details(Customer customer) {
        return new CustomerDetails(
                customer.number().value(),
                customer.name().value(),
                customer.type().key(),
                customer.state().key(),
                customer.agency(),
                customer.secondFactorRequired());
    }

    static CustomerRepresentation representation(Customer customer) {
        return new CustomerRepresentation(
                customer.id(),
                customer.number().value(),
                customer.name().value(),
                customer.type().key(),
                customer.state().key(),
                customer.agency(),
                customer.secondFactorRequired(),
                customer.createdAt());
    }

    public static ContactTypeRepresentation representation(ContactType type) {
        return new ContactTypeRepresentation(type.id(), type.name().value(), type.permanent());
    }

    /** The name that a body gives a contact type. */
    public static Name contactTypeName(JsonBody json) {
        return Values.required("name", json.as(ContactTypeDetails.class).name(), Name::new);
    }

    Customer open(CustomerRegister register) {
        return register.open(number, name, type, agency, customer -> settled(customer, customer.number()));
    }

    Customer revise(Customer customer) {
        if (number == null) {
            throw new Refusal(Reason.VALUE_MISSING).at(new Pointer("/number"));
        }
        return settled(customer, number);
    }

    private Customer settled(Customer customer, AccountNumber newNumber) {
        return customer.revise(newNumber, name, type, state, agency).requireSecondFactor(secondFactorRequired);
    }
}
