package dev.foyer.api;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.CustomerRepresentation;
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

    public static CustomerForm of(CustomerDetails details) {
        CustomerState state =
                RequestValues.optional("state", details.state(), RequestValues.oneOf(CustomerState.class));
        return new CustomerForm(
                RequestValues.optional("number", details.number(), AccountNumber::new),
                RequestValues.required("name", details.name(), Name::new),
                RequestValues.required("type", details.type(), RequestValues.oneOf(CustomerType.class)),
                state == null ? CustomerState.ACTIVE : state,
                Boolean.TRUE.equals(details.agency()),
                Boolean.TRUE.equals(details.secondFactorRequired()));
    }

    public static CustomerDetails details(Customer customer) {
        return new CustomerDetails(
                customer.number().value(),
                customer.name().value(),
                customer.type().key(),
                customer.state().key(),
                customer.agency(),
                customer.secondFactorRequired());
    }

    public static CustomerRepresentation representation(Customer customer) {
        return new CustomerRepresentation(
                customer.id(),
                customer.number().value(),
                customer.name().value(),
                customer.type().key(),
                customer.state().key(),
                customer.agency(),
                customer.secondFactorRequired(),
                customer.createdAt().toEpochMilli());
    }

    public Customer open(CustomerService register) {
        return register.open(number, name, type, agency, customer -> settled(customer, customer.number()));
    }

    public Customer revise(Customer customer) {
        if (number == null) {
            throw new Refusal(InputReason.VALUE_MISSING).at(new Pointer("/number"));
        }
        return settled(customer, number);
    }

    private Customer settled(Customer customer, AccountNumber newNumber) {
        return customer.revise(newNumber, name, type, state, agency).withSecondFactorRequired(secondFactorRequired);
    }
}
