package dev.foyer.invitation.rest;

import dev.foyer.Refusal;
import dev.foyer.client.representation.InvitationRepresentation;
import dev.foyer.client.representation.InvitationResult;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.keycloak.Foyer;
import dev.foyer.rest.Messages;
import dev.foyer.rest.ProblemDetails;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Invitations to one customer, as both APIs work on them. Who may, they have asked before. */
public record Invites(Foyer foyer, String customerId, Inviter by) {

    /**
     * Invites one address after the other: a refusal of one leaves the others as they are.
     *
     * @param told hears of each that was made
     * @throws Refusal {@code NOT_FOUND} if there is no such customer
     */
    public List<InvitationResult> invite(InvitationForm form, Messages messages, Consumer<Invitation> told) {
        if (foyer.customers().lock(customerId).isEmpty()) {
            throw Refusal.notFound();
        }
        return form.addresses().stream()
                .map(address -> invite(address, form, messages, told))
                .toList();
    }

    private InvitationResult invite(String address, InvitationForm form, Messages messages, Consumer<Invitation> told) {
        long now = foyer.clock().millis();
        try {
            Invitation invitation = foyer.inviting()
                    .invite(customerId, customer -> form.offer(address, customer, now), form.letter(), by);
            told.accept(invitation);
            return new InvitationResult(address, invitation.membershipId(), null, null);
        } catch (Refusal refusal) {
            return new InvitationResult(address, null, ProblemDetails.type(refusal), messages.text(refusal));
        }
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
