package dev.foyer.invitation;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Memberships;
import dev.foyer.staff.Staff;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows invitations to those whom they are for, and takes their answers. */
public record InvitationResponses(
        Customers customers,
        Memberships memberships,
        Invitations invitations,
        InviterRights rights,
        Staff staff,
        Outbox outbox,
        InstantSource clock) {

    /** What the mail with this token offers; empty if that is over. */
    public Optional<Offer> behind(InvitationToken token) {
        return invitations
                .findByToken(token)
                .flatMap(invitations::offer)
                .filter(offer -> offer.invitation().isOpen(clock.instant()));
    }

    /** The open invitations of a person, the latest first; none as long as the person's address is not verified. */
    public List<Offer> openFor(Invitee invitee, int limit) {
        return invitee.verified() ? invitations.addressedTo(invitee, clock.instant(), limit) : List.of();
    }

    /**
     * Makes the person a member.
     *
     * @return the membership, active
     * @throws Refusal {@code NOT_FOUND} if it is nobody's or somebody else's invitation, {@code INVITATION_ENDED} if it was
     *     answered, taken back or is over, if who invited may not offer this any more or if the customer is deactivated,
     *     {@code MEMBERSHIP_EXISTS} if the person is a member already, {@code STAFF_AS_PERSON} if staff invited staff
     */
    public Membership accept(String id, Invitee invitee) {
        Invitation invitation = require(id, invitee);
        Membership offered = membership(invitation);
        if (!rights.mayOffer(invitation.inviter(), offered)) {
            throw new Refusal(InvitationReason.INVITATION_ENDED);
        }
        if (invitation.inviter().staff()) {
            staff.requireOutside(invitee.userId());
        }
        Membership accepted = offered.withUser(invitee.userId()).move(MembershipMove.ACCEPT);
        new MembershipService(memberships).save(accepted);
        end(invitation, InvitationState.ACCEPTED, Mail.ACCEPTED, invitee);
        return accepted;
    }

    /**
     * Declines for the person.
     *
     * @throws Refusal {@code NOT_FOUND} and {@code INVITATION_ENDED} as {@link #accept}
     */
    public Membership reject(String id, Invitee invitee) {
        Invitation invitation = require(id, invitee);
        Membership rejected = membership(invitation).move(MembershipMove.REJECT);
        memberships.save(rejected);
        end(invitation, InvitationState.REJECTED, Mail.REJECTED, invitee);
        return rejected;
    }

    /** Holds the customer first: of many answers at once, all but the first find an invitation that has ended. */
    private Invitation require(String id, Invitee invitee) {
        Customer customer = invitations.customerOf(id).flatMap(customers::lock).orElseThrow(Refusal::notFound);
        Invitation invitation =
                invitations.find(id).filter(found -> found.isFor(invitee)).orElseThrow(Refusal::notFound);
        if (!customer.isActive() || !invitation.isOpen(clock.instant())) {
            throw new Refusal(InvitationReason.INVITATION_ENDED);
        }
        return invitation;
    }

    private Membership membership(Invitation invitation) {
        return memberships.find(invitation.membershipId()).orElseThrow(Refusal::notFound);
    }

    private void end(Invitation invitation, InvitationState state, Mail mail, Invitee by) {
        Invitation ended = invitation.end(state, by.userId(), clock.instant());
        invitations.save(ended);
        outbox.add(mail, ended);
    }
}
