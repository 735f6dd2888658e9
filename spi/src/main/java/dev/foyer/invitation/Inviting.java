package dev.foyer.invitation;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipRegister;
import dev.foyer.membership.Memberships;
import dev.foyer.text.EmailAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Invites people to customers and takes invitations back. Whether somebody may do so is the caller's to know. Each change
 * holds the customer until its transaction ends.
 */
public record Inviting(
        Customers customers,
        Memberships memberships,
        Invitations invitations,
        Outbox outbox,
        Users users,
        InvitationRules rules,
        Clock clock) {

    /** Finds users by their addresses. */
    @FunctionalInterface
    public interface Users {
        /** The id of the user whose address this is. */
        Optional<String> findByEmail(EmailAddress email);
    }

    /**
     * Invites somebody. What happens does not depend on whether the address is a user's.
     *
     * @param proposed the membership to be offered, without a user
     * @throws Refusal {@code NOT_FOUND} if there is no such customer, {@code MEMBERSHIP_EXISTS} if the person is a member or
     *     invited already, {@code INVITATION_LIMIT}, {@code VALUE_MISSING} without an address, and as
     *     {@link MembershipRegister#add}
     */
    public Invitation invite(String customerId, Function<Customer, Membership> proposed, Letter letter, Inviter by) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Membership offered = proposed.apply(customer);
        EmailAddress address = address(offered);
        Optional<Membership> recorded = memberships.findByEmail(customerId, address);
        return recorded.isEmpty()
                ? send(offered, letter, by, new MembershipRegister(memberships)::add)
                : send(renewed(recorded.get(), offered, customer), letter, by, this::save);
    }

    /**
     * Invites a recorded person, again or for the first time. An open invitation ends, and with it the link in its mail.
     *
     * @throws Refusal {@code NOT_FOUND} if the customer has no such membership, {@code MEMBERSHIP_MOVE} if its state does not
     *     foresee it, and as {@link #invite}
     */
    public Invitation resend(String customerId, String membershipId, Inviter by) {
        Membership membership = lock(customerId, membershipId);
        Letter letter = invitations.history(membershipId).stream()
                .findFirst()
                .map(Invitation::letter)
                .orElse(Letter.PLAIN);
        invitations.openOf(membershipId).ifPresent(open -> end(open, by.userId()));
        return send(membership, letter, by, this::save);
    }

    /**
     * Takes an open invitation back.
     *
     * @param by the id of the user who does
     * @throws Refusal {@code NOT_FOUND} if the customer has no such membership, {@code INVITATION_ENDED} if none is open
     */
    public Invitation revoke(String customerId, String membershipId, String by) {
        Membership membership = lock(customerId, membershipId);
        Invitation open = invitations.openOf(membershipId).orElseThrow(() -> new Refusal(Reason.INVITATION_ENDED));
        memberships.save(membership.move(MembershipMove.WITHDRAW));
        return takeBack(open, by);
    }

    /**
     * Ends the open invitation to a membership, if there is one, after something else has made it one that nobody is invited
     * to. The customer must be held.
     *
     * @param by the id of the user who did
     */
    public void takeBack(String membershipId, String by) {
        invitations.openOf(membershipId).ifPresent(open -> takeBack(open, by));
    }

    private Invitation takeBack(Invitation open, String by) {
        Invitation revoked = end(open, by);
        if (!open.inviter().userId().equals(by)) {
            outbox.add(Mail.REVOKED, revoked);
        }
        return revoked;
    }

    /** Ends an invitation that nobody answered in time; one that was answered meanwhile stays as it is. */
    public Optional<Invitation> expire(String id) {
        long now = clock.millis();
        Optional<Invitation> overdue = invitations
                .customerOf(id)
                .flatMap(customers::lock)
                .flatMap(customer -> invitations.find(id))
                .filter(found -> found.state() == InvitationState.SENT && !found.isOpen(now));
        return overdue.map(open -> {
            memberships
                    .find(open.membershipId())
                    .ifPresent(membership -> memberships.save(membership.move(MembershipMove.WITHDRAW)));
            Invitation expired = open.end(InvitationState.EXPIRED, null, now);
            invitations.save(expired);
            return expired;
        });
    }

    private Invitation send(Membership offered, Letter letter, Inviter by, Consumer<Membership> record) {
        long now = clock.millis();
        Membership invited = offered.move(MembershipMove.INVITE);
        EmailAddress address = address(offered);
        if (offered.isOver(now)) {
            throw new Refusal(Reason.END_NOT_ALLOWED).at(new Pointer("/endsAt"));
        }
        rules.require(invitations, by, offered.customerId(), address, now);
        String userId = users.findByEmail(address).orElse(null);
        if (userId != null
                && memberships.findByUser(offered.customerId(), userId).isPresent()) {
            throw new Refusal(Reason.MEMBERSHIP_EXISTS);
        }
        record.accept(invited);
        Invitation invitation = Invitation.to(invited, address, userId, by, letter, now, rules.lifetime());
        invitations.add(invitation);
        outbox.add(Mail.INVITED, invitation);
        return invitation;
    }

    private Invitation end(Invitation open, String by) {
        Invitation ended = open.end(InvitationState.REVOKED, by, clock.millis());
        invitations.save(ended);
        return ended;
    }

    private Membership lock(String customerId, String membershipId) {
        return customers
                .lock(customerId)
                .flatMap(customer -> memberships.find(membershipId))
                .filter(found -> found.customerId().equals(customerId))
                .orElseThrow(Refusal::notFound);
    }

    private void save(Membership membership) {
        new MembershipRegister(memberships).save(membership);
    }

    /** What was recorded of somebody who is not in yet, with what is offered now. */
    private static Membership renewed(Membership recorded, Membership offered, Customer customer) {
        return switch (recorded.state()) {
            case PENDING, REJECTED ->
                recorded.as(offered.kind())
                        .allow(offered.permissions())
                        .in(customer, offered.contactTypes())
                        .until(offered.endsAt());
            case INVITE_SENT, ACTIVE, INACTIVE -> throw new Refusal(Reason.MEMBERSHIP_EXISTS);
        };
    }

    private static EmailAddress address(Membership membership) {
        EmailAddress address = membership.person().email();
        if (address == null) {
            throw new Refusal(Reason.VALUE_MISSING).at(new Pointer("/person/email"));
        }
        return address;
    }
}
