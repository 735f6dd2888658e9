package dev.foyer.api.account;

import dev.foyer.Page;
import dev.foyer.api.MembershipForm;
import dev.foyer.api.RequestValues;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.membership.MemberRights;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.representation.AccountDetails;
import dev.foyer.representation.AccountRepresentation;
import dev.foyer.text.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request says of an account, and how the caller's accounts are answered. */
record AccountForm(Name name) {

    static AccountForm of(AccountDetails details) {
        return new AccountForm(RequestValues.required("name", details.name(), Name::new));
    }

    static AccountDetails details(Customer customer) {
        return new AccountDetails(customer.name().value());
    }

    Customer revise(Customer customer) {
        return customer.revise(customer.number(), name, customer.type(), customer.state(), customer.agency());
    }

    static AccountRepresentation representation(Customer customer, Membership own, SelfServiceCall call) {
        return representation(customer, own, catalogue(call), call);
    }

    /** However many there are, their customers are one query. */
    static Page<AccountRepresentation> representations(Page<Listed> page, SelfServiceCall call) {
        PermissionCatalogue catalogue = catalogue(call);
        List<AccountNumber> numbers = page.items().stream().map(Listed::number).toList();
        Map<String, Customer> customers = call.customers().customers().findByNumbers(numbers).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .map(Listed::membership)
                        .flatMap(own -> Stream.ofNullable(customers.get(own.customerId()))
                                .map(customer -> representation(customer, own, catalogue, call)))
                        .toList(),
                page.next());
    }

    private static AccountRepresentation representation(
            Customer customer, Membership own, PermissionCatalogue catalogue, SelfServiceCall call) {
        return new AccountRepresentation(
                customer.id(),
                customer.number().value(),
                customer.name().value(),
                customer.type().key(),
                customer.agency(),
                own.kind().key(),
                new MemberRights(own)
                        .permissions(catalogue).stream().map(Permission::key).toList(),
                MembershipForm.contactTypes(own),
                MembershipForm.endsAt(own),
                call.isSelected(customer.id()));
    }

    private static PermissionCatalogue catalogue(SelfServiceCall call) {
        return call.memberships().permissions().catalogue();
    }
}
