package dev.foyer.api;

import dev.foyer.contacts.Contact;
import dev.foyer.contacts.Grant;
import dev.foyer.contacts.Revision;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.Profile;
import dev.foyer.representation.AddressChangeRepresentation;
import dev.foyer.representation.ContactDetails;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.representation.PersonRepresentation;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What requests and answers of both APIs say of memberships. */
public final class MembershipForm {
    private MembershipForm() {}

    /** How somebody wants a membership to be. */
    public static Revision.Wanted wanted(MembershipDetails details) {
        return new Revision.Wanted(person(details.person()), grant(details.permissions(), details.contactTypes()));
    }

    /** A person whom staff register. */
    public static Contact contact(ContactDetails details) {
        return new Contact(
                person(details.person()),
                grant(details.permissions(), details.contactTypes()),
                Boolean.TRUE.equals(details.createUser()));
    }

    /** A person whom a member registers. */
    public static Contact contact(MembershipDetails details) {
        Revision.Wanted wanted = wanted(details);
        return new Contact(wanted.person(), wanted.grant(), false);
    }

    static Grant grant(@Nullable List<String> permissions, @Nullable List<String> contactTypes) {
        return new Grant(
                Objects.requireNonNullElse(permissions, List.of()),
                Objects.requireNonNullElse(contactTypes, List.of()));
    }

    /** A membership in the words in which it can be changed. */
    public static MembershipDetails details(Membership membership) {
        return new MembershipDetails(
                representation(membership.person()), permissions(membership), contactTypes(membership));
    }

    /**
     * A person as they are called now.
     *
     * @param profile of their user account, once they have entered the account of the customer
     */
    public static PersonRepresentation representation(Membership member, @Nullable Profile profile) {
        PersonRepresentation recorded = representation(member.person());
        return profile == null
                ? recorded
                : new PersonRepresentation(profile.firstName(), profile.lastName(), profile.email(), recorded.phone());
    }

    private static PersonRepresentation representation(Person person) {
        return new PersonRepresentation(
                text(person.firstName()), text(person.lastName()), text(person.email()), text(person.phone()));
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

    /** When a membership ends, in milliseconds since the epoch; null if it never does. */
    public static @Nullable Long endsAt(Membership membership) {
        Instant end = membership.endsAt();
        return end == null ? null : end.toEpochMilli();
    }

    /** The last change of a person's address; null if there was none. */
    public static @Nullable AddressChangeRepresentation representation(@Nullable AddressChange change) {
        return change == null
                ? null
                : new AddressChangeRepresentation(
                        change.at().toEpochMilli(), change.by().value(), change.staff());
    }

    private static Person person(@Nullable PersonRepresentation person) {
        return person == null
                ? Person.UNRECORDED
                : new Person(
                        RequestValues.optional("person/firstName", person.firstName(), Name::new),
                        RequestValues.optional("person/lastName", person.lastName(), Name::new),
                        RequestValues.optional("person/email", person.email(), EmailAddress::new),
                        RequestValues.optional("person/phone", person.phone(), PhoneNumber::new));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
