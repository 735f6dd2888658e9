package dev.foyer.api.admin;

import dev.foyer.api.InvitationForm;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.SentInvitation;
import dev.foyer.keycloak.Messages;
import dev.foyer.representation.InvitationRepresentation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /customers/{id}/memberships/{membershipId}/invitations}: the invitations of one person. */
public final class MembershipInvitationsResource {

    private final AdminCall call;
    private final ContactManagement contacts;
    private final String customerId;
    private final String membershipId;

    public MembershipInvitationsResource(AdminCall call, String customerId, String membershipId) {
        this.call = call;
        this.contacts = call.contacts().management();
        this.customerId = customerId;
        this.membershipId = membershipId;
    }

    @Operation(summary = "Lists the invitations of a membership")
    @APIResponse(
            responseCode = "200",
            description = "All of them, the latest first",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = InvitationRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<InvitationRepresentation> list() {
        call.admins().requireView();
        return InvitationForm.representations(
                contacts.invitations(call.actor(), customerId, membershipId), Messages.acceptedBy(call.headers()));
    }

    /** Invites the person, again or for the first time. The link of an earlier mail is dead from then on. */
    @Operation(summary = "Invites a recorded person, again or for the first time")
    @APIResponse(
            responseCode = "200",
            description = "The new invitation",
            content = @Content(schema = @Schema(implementation = InvitationRepresentation.class)))
    @POST
    @Path("resend")
    @Produces(MediaType.APPLICATION_JSON)
    public InvitationRepresentation resend() {
        call.admins().requireManage();
        SentInvitation sent = contacts.resend(call.actor(), customerId, membershipId);
        return report("resend", sent.invitation(), InvitationForm.representation(sent));
    }

    @Operation(summary = "Takes an open invitation back")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = InvitationRepresentation.class)))
    @POST
    @Path("revoke")
    @Produces(MediaType.APPLICATION_JSON)
    public InvitationRepresentation revoke() {
        call.admins().requireManage();
        Invitation revoked = contacts.revoke(call.actor(), customerId, membershipId);
        return report("revoke", revoked, InvitationForm.representation(revoked));
    }

    private InvitationRepresentation report(
            String action, Invitation invitation, InvitationRepresentation representation) {
        InvitationsResource.report(call, action, invitation, representation);
        return representation;
    }
}
