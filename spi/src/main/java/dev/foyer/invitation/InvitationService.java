package dev.foyer.invitation;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends invitations, and ends those that nobody answers. Who may do so is asked before; and before as well the customer is
 * locked, until the transaction ends, unless it is said otherwise.
 */
public record InvitationService(
        Customers customers,
        Memberships memberships,
        Invitations invitations,
        Sendings sendings,
        Outbox outbox,
        Users users,
        InvitationRules rules,
        InstantSource clock) {

    /**
     * Invites somebody. What happens does not depend on whether the address is a user's.
     *
     * @param offered the membership to be offered, without a user
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if the person is a member or invited already, {@code INVITATION_LIMIT},
     *     {@code VALUE_MISSING} without an address, and as {@link MembershipService#add}
     */
    public Invitation invite(Customer customer, Membership offered, InvitationOptions options, Inviter by) {
        Optional<Membership> recorded =
                memberships.findByEmail(customer.id(), address(offered)).map(found -> released(found, by));
        if (recorded.isPresent()) {
            return send(renewed(recorded.get(), offered, customer), false, options, by);
        }
        return send(offered, true, options, by);
    }

    /** To be called before several are invited in one transaction: two that invite the same people never wait for each other. */
    public void prepare(Collection<EmailAddress> addresses, Inviter by) {
        rules.hold(sendings, by, addresses);
    }

    /** Nobody can answer an invitation of a user who is gone, so it is over. */
    private Membership released(Membership recorded, Inviter by) {
        Optional<Invitation> nobodys = Optional.of(recorded)
                .filter(Membership::isInvited)
                .flatMap(invited -> invitations.openOf(invited.id()))
                .filter(open -> open.userId() != null && !users.exists(open.userId()));
        nobodys.ifPresent(open -> end(open, by.userId()));
        return nobodys.isPresent() ? recorded.move(MembershipMove.WITHDRAW) : recorded;
    }

    /**
     * Invites a recorded person, again or for the first time. An open invitation ends, and with it the link in its mail.
     *
     * @throws Refusal {@code MEMBERSHIP_MOVE} if its state does not foresee it, and as {@link #invite}
     */
    public Invitation resend(Membership membership, Inviter by) {
        InvitationOptions options = invitations.history(membership.id()).stream()
                .findFirst()
                .map(Invitation::options)
                .orElse(InvitationOptions.PLAIN);
        invitations.openOf(membership.id()).ifPresent(open -> end(open, by.userId()));
        return send(membership, false, options, by);
    }

    /**
     * Revokes the open invitation to a membership.
     *
     * @param by the id of the user who does
     * @throws Refusal {@code INVITATION_ENDED} if none is open
     */
    public Invitation revoke(Membership membership, String by) {
        Invitation open =
                invitations.openOf(membership.id()).orElseThrow(() -> new Refusal(InvitationReason.INVITATION_ENDED));
        withdrawn(membership);
        return revoke(open, by);
    }

    /**
     * Ends the open invitation to a membership, if there is one, after something else has made it one that nobody is invited
     * to.
     *
     * @param by the id of the user who did
     */
    public void withdraw(Membership membership, String by) {
        invitations.openOf(membership.id()).ifPresent(open -> revoke(open, by));
    }

    private Invitation revoke(Invitation open, String by) {
        Invitation revoked = end(open, by);
        if (!open.inviter().userId().equals(by)) {
            outbox.add(Mail.REVOKED, revoked);
        }
        return revoked;
    }

    /**
     * Ends an invitation that nobody answered in time; one that was answered meanwhile stays as it is. Locks the customer
     * itself.
     */
    public Optional<Invitation> expire(String id) {
        Instant now = clock.instant();
        Optional<Invitation> overdue = invitations
                .customerOf(id)
                .flatMap(customers::lock)
                .flatMap(customer -> invitations.find(id))
                .filter(found -> found.state() == InvitationState.SENT && !found.isOpen(now));
        return overdue.map(open -> {
            memberships.find(open.membershipId()).ifPresent(this::withdrawn);
            Invitation expired = open.end(InvitationState.EXPIRED, null, now);
            invitations.save(expired);
            return expired;
        });
    }

    /** All invitations to a membership, the latest first, each with how far its mail is. Needs no lock. */
    public List<SentInvitation> history(Membership membership) {
        List<Invitation> history = invitations.history(membership.id());
        Map<String, Delivery> deliveries =
                outbox.deliveries(history.stream().map(Invitation::id).toList());
        return history.stream()
                .map(invitation -> SentInvitation.of(invitation, membership, deliveries.get(invitation.id())))
                .toList();
    }

    private Invitation send(Membership offered, boolean isNew, InvitationOptions options, Inviter by) {
        Instant now = clock.instant();
        Membership invited = offered.move(MembershipMove.INVITE);
        EmailAddress address = address(offered);
        if (offered.isOver(now)) {
            throw new Refusal(MembershipReason.END_NOT_ALLOWED).at(new Pointer("/endsAt"));
        }
        rules.hold(sendings, by, List.of(address));
        rules.require(sendings, by, offered.customerId(), address, now);
        String userId = meant(offered, address);
        record(invited, isNew);
        Invitation invitation = Invitation.to(invited, address, userId, by, options, now, rules.lifetime());
        invitations.add(invitation);
        sendings.add(invitation);
        outbox.add(Mail.INVITED, invitation);
        return invitation;
    }

    /**
     * The user whose the place is, or who has proved the address; null if that is nobody yet.
     *
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if they have another place in the customer
     */
    private @Nullable String meant(Membership offered, EmailAddress address) {
        Optional<String> userId = Optional.ofNullable(offered.userId()).or(() -> users.findByProvedEmail(address));
        if (userId.flatMap(user -> memberships.findByUser(offered.customerId(), user))
                .filter(place -> !place.id().equals(offered.id()))
                .isPresent()) {
            throw new Refusal(MembershipReason.MEMBERSHIP_EXISTS);
        }
        return userId.orElse(null);
    }

    private void record(Membership invited, boolean isNew) {
        MembershipService service = new MembershipService(memberships);
        if (isNew) {
            service.add(invited);
        } else {
            service.save(invited);
        }
    }

    /** Whatever has become of the membership by other ways: an open invitation to it can always be ended. */
    private void withdrawn(Membership membership) {
        if (membership.isInvited()) {
            memberships.save(membership.move(MembershipMove.WITHDRAW));
        }
    }

    private Invitation end(Invitation open, String by) {
        Invitation ended = open.end(InvitationState.REVOKED, by, clock.instant());
        invitations.save(ended);
        return ended;
    }

    /** What was recorded of somebody who is not in yet, with what is offered now. */
    private static Membership renewed(Membership recorded, Membership offered, Customer customer) {
        return switch (recorded.state()) {
            case PENDING, REJECTED ->
                recorded.withKind(offered.kind())
                        .withPermissions(offered.permissions())
                        .withContactTypes(customer, offered.contactTypes())
                        .withEnd(offered.endsAt());
            case INVITE_SENT, ACTIVE, INACTIVE -> throw new Refusal(MembershipReason.MEMBERSHIP_EXISTS);
        };
    }

    private static EmailAddress address(Membership membership) {
        EmailAddress address = membership.person().email();
        if (address == null) {
            throw new Refusal(InputReason.VALUE_MISSING).at(new Pointer("/person/email"));
        }
        return address;
    }
}
