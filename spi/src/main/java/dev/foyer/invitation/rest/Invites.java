package dev.foyer.invitation.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.keycloak.Foyer;
import dev.foyer.membership.Membership;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.representation.InvitationResult;
import dev.foyer.rest.Messages;
import dev.foyer.rest.ProblemDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Invitations to one customer, as both APIs work on them. Who may, they have asked before. */
public record Invites(Foyer foyer, String customerId, Inviter by) {

    /**
     * Invites one address after the other: a refusal of one leaves the others as they are.
     *
     * @param check sees each membership before it is offered, and can refuse
     * @param told hears of each invitation that was made
     * @throws Refusal {@code NOT_FOUND} if there is no such customer, {@code INVITATION_LIMIT} if it leaves room for nobody
     */
    public List<InvitationResult> invite(
            InvitationForm form, Consumer<Membership> check, Messages messages, Consumer<Invitation> told) {
        if (foyer.customers().lock(customerId).isEmpty()) {
            throw Refusal.notFound();
        }
        List<InvitationResult> results = new ArrayList<>();
        List<Refusal> limits = new ArrayList<>();
        for (String address : form.addresses()) {
            try {
                Invitation invitation = invite(address, form, check);
                told.accept(invitation);
                results.add(new InvitationResult(address, invitation.membershipId(), null, null));
            } catch (Refusal refusal) {
                if (refusal.reason() == Reason.INVITATION_LIMIT) {
                    limits.add(refusal);
                }
                results.add(new InvitationResult(address, null, ProblemDetails.type(refusal), messages.text(refusal)));
            }
        }
        if (limits.size() == results.size()) {
            throw limits.get(0);
        }
        return results;
    }

    private Invitation invite(String address, InvitationForm form, Consumer<Membership> check) {
        long now = foyer.clock().millis();
        return foyer.inviting()
                .invite(
                        customerId,
                        customer -> {
                            Membership offered = form.offer(address, customer, now);
                            check.accept(offered);
                            return offered;
                        },
                        form.letter(),
                        by);
    }

    /** All invitations of a membership, the latest first. */
    public List<InvitationRepresentation> history(String membershipId) {
        if (foyer.memberships()
                .find(membershipId)
                .filter(found -> found.customerId().equals(customerId))
                .isEmpty()) {
            throw Refusal.notFound();
        }
        List<Invitation> history = foyer.invitations().history(membershipId);
        Map<String, Delivery> deliveries =
                foyer.outbox().deliveries(history.stream().map(Invitation::id).toList());
        return history.stream()
                .map(invitation -> InvitationForm.representation(invitation, deliveries.get(invitation.id())))
                .toList();
    }

    public Invitation resend(String membershipId) {
        return foyer.inviting().resend(customerId, membershipId, by);
    }

    public Invitation revoke(String membershipId) {
        return foyer.inviting().revoke(customerId, membershipId, by.userId());
    }
}
