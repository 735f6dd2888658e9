package dev.foyer.api.account;

import dev.foyer.api.InvitationForm;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.membership.Membership;
import dev.foyer.representation.AccountRepresentation;
import dev.foyer.representation.OfferRepresentation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/** {@code /invitations}: what the caller is invited to. Whoever has no verified address is invited to nothing. */
public final class MyInvitationsResource {

    /** Nobody reads more, and who answers some sees the others. */
    private static final int LIMIT = 100;

    private final KeycloakSession session;

    MyInvitationsResource(KeycloakSession session) {
        this.session = session;
    }

    /** The open ones, the latest first. */
    @Operation(summary = "Lists my open invitations, the latest 100")
    @APIResponse(
            responseCode = "200",
            description = "The latest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = OfferRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<OfferRepresentation> list() {
        SelfServiceCall call = SelfServiceCall.of(session);
        call.who().requireView();
        return call.responses().openFor(invitee(call), LIMIT).stream()
                .map(InvitationForm::representation)
                .toList();
    }

    /** Makes the caller a member. */
    @Operation(summary = "Accepts an invitation")
    @APIResponse(
            responseCode = "200",
            description = "The account that is open now",
            content = @Content(schema = @Schema(implementation = AccountRepresentation.class)))
    @POST
    @Path("{invitationId}/accept")
    @Produces(MediaType.APPLICATION_JSON)
    public AccountRepresentation accept(@PathParam("invitationId") String invitationId) {
        SelfServiceCall call = SelfServiceCall.of(session);
        call.who().requireManage();
        Membership accepted = call.responses().accept(invitationId, invitee(call));
        Customer customer = report(SelfServiceAction.ACCEPT_INVITATION, accepted, invitationId, call);
        return AccountForm.representation(customer, accepted, call);
    }

    /** Declines; the inviter is told. */
    @Operation(summary = "Rejects an invitation")
    @APIResponse(responseCode = "204", description = "Rejected")
    @POST
    @Path("{invitationId}/reject")
    public void reject(@PathParam("invitationId") String invitationId) {
        SelfServiceCall call = SelfServiceCall.of(session);
        call.who().requireManage();
        Membership rejected = call.responses().reject(invitationId, invitee(call));
        report(SelfServiceAction.REJECT_INVITATION, rejected, invitationId, call);
    }

    private static Customer report(
            SelfServiceAction action, Membership answered, String invitationId, SelfServiceCall call) {
        Customer customer = call.customer(answered.customerId());
        call.reportAnswer(action, customer, answered, invitationId);
        return customer;
    }

    private static Invitee invitee(SelfServiceCall call) {
        return InvitationParties.invitee(call.caller());
    }
}
