package dev.foyer.api;

import dev.foyer.contacts.InvitationOutcome;
import dev.foyer.contacts.InvitationRequest;
import dev.foyer.invitation.Invitation;
import dev.foyer.keycloak.Messages;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationResult;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The inviting of people to one customer, whichever API it is done by. Who may, and who is told, is that API's. */
public record CustomerInvitations(Call call, String customerId) {

    /**
     * @param report tells of an invitation that was made
     * @return what became of each address, in the order of the request
     */
    public List<InvitationResult> invite(JsonBody body, Consumer<Invitation> report) {
        InvitationRequest request = InvitationForm.of(body.as(InvitationDetails.class), call);
        List<InvitationOutcome> outcomes = call.contacts().admission().invite(call.actor(), customerId, request);
        outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.invitation()))
                .forEach(report);
        return InvitationForm.results(outcomes, Messages.acceptedBy(call.headers()));
    }
}
