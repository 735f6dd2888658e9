package dev.foyer.api.admin;

import dev.foyer.api.CustomerInvitations;
import dev.foyer.api.InvitationForm;
import dev.foyer.api.JsonBody;
import dev.foyer.invitation.Invitation;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.representation.InvitationResult;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}/invitations}: people are invited to one customer. */
public final class InvitationsResource {

    private final AdminCall call;
    private final String customerId;

    public InvitationsResource(AdminCall call, String customerId) {
        this.call = call;
        this.customerId = customerId;
    }

    /** Invites up to 200 addresses. What is answered does not depend on whether they are users'. */
    @Operation(summary = "Invites people by e-mail")
    @APIResponse(
            responseCode = "200",
            description = "What became of each address, in the order of the request",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = InvitationResult.class)))
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public List<InvitationResult> invite(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = InvitationDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        return new CustomerInvitations(call, customerId)
                .invite(
                        body,
                        invitation -> report(call, "invite", invitation, InvitationForm.representation(invitation)));
    }

    static void report(AdminCall call, String action, Invitation invitation, InvitationRepresentation representation) {
        call.report(
                OperationType.ACTION,
                "CUSTOMER_INVITATION",
                representation,
                "customers",
                invitation.customerId(),
                "memberships",
                invitation.membershipId(),
                action);
    }
}
