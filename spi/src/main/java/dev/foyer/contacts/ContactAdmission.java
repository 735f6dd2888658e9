package dev.foyer.contacts;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.invitation.InvitationService;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Permissions;
import dev.foyer.membership.Person;
import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings new people into customers: invited by e-mail, or registered. As all of contact management, each operation locks the
 * customer, asks for the rights of who acts and does it.
 */
public record ContactAdmission(
        Customers customers,
        Memberships memberships,
        Permissions permissions,
        MemberAccess access,
        InvitationService invitations,
        Users users,
        InstantSource clock) {

    /**
     * Invites people, one after the other: a refusal of one leaves the others as they are. What is answered does not depend
     * on whether their addresses are users'.
     *
     * @return what became of each address, in the order of the request
     * @throws Refusal {@code NOT_FOUND} if there is no such customer or it is not open to the member who acts, {@code
     *     PERMISSION_UNKNOWN}, as {@link dev.foyer.membership.MemberRights#requireGive}, and {@code INVITATION_LIMIT} if it
     *     leaves room for nobody
     */
    public List<InvitationOutcome> invite(Actor actor, String customerId, InvitationRequest request) {
        List<Permission> granted = request.grant().permissions(permissions.lockCatalogue());
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        authority.requireGive(request.kind(), granted);
        invitations.prepare(readable(request.addresses()), actor.inviter());
        List<InvitationOutcome> outcomes = new ArrayList<>();
        List<Refusal> limits = new ArrayList<>();
        for (String address : request.addresses()) {
            try {
                Membership offered = offer(customer, address, request, granted);
                Invitation invitation = invite(actor, authority, customer, offered, request.options());
                outcomes.add(new InvitationOutcome(address, invitation, null));
            } catch (Refusal refusal) {
                if (refusal.reason() == InvitationReason.INVITATION_LIMIT) {
                    limits.add(refusal);
                }
                outcomes.add(new InvitationOutcome(address, null, refusal));
            }
        }
        if (limits.size() == outcomes.size()) {
            throw limits.get(0);
        }
        return outcomes;
    }

    /**
     * Registers a person.
     *
     * <p>A member who registers somebody with an address invites them, whether a user has it or not: nobody can tell. Staff
     * record them, and can give them a user account of their own, with which they are active at once. Somebody whose address
     * is a user's already is never made a contact behind that user's back: they are invited as a guest. If the user has not
     * proved the address, the invitation waits for whoever does.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code PERMISSION_UNKNOWN}, {@code CONTACT_TYPE_UNKNOWN}, as {@link
     *     MembershipService#add}, {@link dev.foyer.membership.MemberRights#requireGive} and {@link UserAccounts}, and
     *     {@code STAFF_AS_PERSON} for staff who mean themselves
     */
    public Membership register(Actor actor, String customerId, Contact contact) {
        List<Permission> granted = contact.grant().permissions(permissions.lockCatalogue());
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        authority.requireGive(MembershipKind.CONTACT, granted);
        if (actor instanceof Actor.Staff staff) {
            return register(staff, customer, contact, granted);
        }
        Membership offered = membership(customer, null, MembershipKind.CONTACT, contact, granted);
        return contact.person().email() == null
                ? record(offered)
                : membership(invite(actor, authority, customer, offered, InvitationOptions.PLAIN));
    }

    private Membership register(Actor.Staff staff, Customer customer, Contact contact, List<Permission> granted) {
        staff.requireOther(contact.person());
        EmailAddress email = contact.person().email();
        if (email != null && users.findByEmail(email).isPresent()) {
            Membership offered = membership(customer, null, MembershipKind.GUEST, contact, granted);
            return membership(invitations.invite(customer, offered, InvitationOptions.PLAIN, staff.inviter()));
        }
        if (!contact.createUser()) {
            return record(membership(customer, null, MembershipKind.CONTACT, contact, granted));
        }
        if (email == null) {
            throw new Refusal(InputReason.VALUE_MISSING).at(new Pointer("/person/email"));
        }
        String userId = staff.accounts().create(contact.person());
        Membership active = record(membership(customer, userId, MembershipKind.CONTACT, contact, granted)
                .move(MembershipMove.ADMIT));
        // Last of all: a mail can not be undone.
        staff.accounts().welcome(userId);
        return active;
    }

    /** Somebody may be recorded by the address, and not be one over whom who acts decides. */
    private Invitation invite(
            Actor actor, Authority authority, Customer customer, Membership offered, InvitationOptions options) {
        authority.requireOffer(offered);
        EmailAddress email = offered.person().email();
        if (actor instanceof Actor.Member && email != null) {
            memberships.findByEmail(customer.id(), email).ifPresent(authority::requireOver);
        }
        return invitations.invite(customer, offered, options, actor.inviter());
    }

    /** The others are refused one by one. */
    private static List<EmailAddress> readable(List<String> addresses) {
        return addresses.stream().flatMap(ContactAdmission::readable).toList();
    }

    private static Stream<EmailAddress> readable(String address) {
        try {
            return Stream.of(new EmailAddress(address));
        } catch (Refusal unreadable) {
            return Stream.empty();
        }
    }

    private Membership offer(Customer customer, String address, InvitationRequest request, List<Permission> granted) {
        return Membership.record(
                        customer,
                        null,
                        request.kind(),
                        new Person(null, null, new EmailAddress(address), null),
                        granted,
                        request.grant().contactTypes(customer),
                        clock.instant())
                .withEnd(request.endsAt());
    }

    private Membership membership(
            Customer customer,
            @Nullable String userId,
            MembershipKind kind,
            Contact contact,
            List<Permission> granted) {
        return Membership.record(
                customer,
                userId,
                kind,
                contact.person(),
                granted,
                contact.grant().contactTypes(customer),
                clock.instant());
    }

    private Membership membership(Invitation invitation) {
        return memberships.find(invitation.membershipId()).orElseThrow();
    }

    private Membership record(Membership membership) {
        new MembershipService(memberships).add(membership);
        return membership;
    }

    private Customer lock(String customerId) {
        return customers.lock(customerId).orElseThrow(Refusal::notFound);
    }
}
