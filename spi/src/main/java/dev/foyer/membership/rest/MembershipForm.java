package dev.foyer.membership.rest;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.membership.ContactRegister.Contact;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipDirectory.Listed;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.representation.ContactDetails;
import dev.foyer.representation.CustomerReference;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.representation.MembershipRepresentation;
import dev.foyer.representation.PersonRepresentation;
import dev.foyer.rest.AdminCall;
import dev.foyer.rest.Values;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** What a request says of a membership. */
public record MembershipForm(Person person, List<Permission> permissions, List<ContactType> contactTypes) {

    public static MembershipForm of(MembershipDetails details, Customer customer, PermissionCatalogue catalogue) {
        return new MembershipForm(
                person(details.person()),
                Values.list("permissions", details.permissions(), catalogue::require),
                Values.list(
                        "contactTypes", details.contactTypes(), name -> customer.requireContactType(new Name(name))));
    }

    static Contact contact(ContactDetails details, Customer customer, PermissionCatalogue catalogue) {
        return of(
                        new MembershipDetails(details.person(), details.permissions(), details.contactTypes()),
                        customer,
                        catalogue)
                .contact(Boolean.TRUE.equals(details.createUser()));
    }

    public static MembershipDetails details(Membership membership) {
        return new MembershipDetails(
                representation(membership.person()), permissions(membership), contactTypes(membership));
    }

    static MembershipRepresentation representation(Membership membership, Customer customer, AdminCall call) {
        return representation(membership, customer.number(), customer.name(), call);
    }

    static MembershipRepresentation representation(Listed listed, AdminCall call) {
        return representation(listed.membership(), listed.number(), listed.customerName(), call);
    }

    private static MembershipRepresentation representation(
            Membership membership, AccountNumber number, Name customerName, AdminCall call) {
        return new MembershipRepresentation(
                membership.id(),
                new CustomerReference(membership.customerId(), number.value(), customerName.value()),
                membership.kind().key(),
                membership.state().key(),
                membership.userId(),
                call.visibleUser(membership.userId())
                        .map(UserModel::getUsername)
                        .orElse(null),
                representation(membership.person()),
                permissions(membership),
                contactTypes(membership),
                membership.createdAt());
    }

    /** The person who is to be registered. */
    public Contact contact(boolean createUser) {
        return new Contact(person, permissions, contactTypes, createUser);
    }

    public Membership revise(Membership membership, Customer customer) {
        return membership.of(person).allow(permissions).in(customer, contactTypes);
    }

    private static Person person(@Nullable PersonRepresentation person) {
        return person == null
                ? Person.UNRECORDED
                : new Person(
                        Values.optional("person/firstName", person.firstName(), Name::new),
                        Values.optional("person/lastName", person.lastName(), Name::new),
                        Values.optional("person/email", person.email(), EmailAddress::new),
                        Values.optional("person/phone", person.phone(), PhoneNumber::new));
    }

    public static PersonRepresentation representation(Person person) {
        return new PersonRepresentation(
                text(person.firstName()), text(person.lastName()), text(person.email()), text(person.phone()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static List<String> permissions(Membership membership) {
        return membership.permissions().stream().map(Permission::key).toList();
    }

    public static List<String> contactTypes(Membership membership) {
        return membership.contactTypes().stream()
                .map(type -> type.name().value())
                .sorted()
                .toList();
    }
}
