package dev.foyer.api.account;

import dev.foyer.api.InvitationForm;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.SentInvitation;
import dev.foyer.keycloak.Messages;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.selection.Account;
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

/** {@code /accounts/{accountId}/members/{membershipId}/invitations}: how a member was invited, and once more. */
public final class MemberInvitationsResource {

    private final SelfServiceCall call;
    private final String accountId;
    private final String id;

    MemberInvitationsResource(SelfServiceCall call, String accountId, String id) {
        this.call = call;
        this.accountId = accountId;
        this.id = id;
    }

    /** All of them, the latest first. */
    @Operation(summary = "Lists the invitations of a member, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = InvitationRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<InvitationRepresentation> list() {
        call.view(accountId);
        return InvitationForm.representations(
                contacts().invitations(call.actor(), accountId, id), Messages.acceptedBy(call.headers()));
    }

    /** Invites the person again, as the last time; the link in the earlier mail is dead. */
    @Operation(summary = "Invites a member again")
    @APIResponse(
            responseCode = "200",
            description = "The new invitation",
            content = @Content(schema = @Schema(implementation = InvitationRepresentation.class)))
    @POST
    @Path("resend")
    @Produces(MediaType.APPLICATION_JSON)
    public InvitationRepresentation resend() {
        Account account = call.manage(accountId);
        SentInvitation sent = contacts().resend(call.actor(), accountId, id);
        call.reportInvitation(SelfServiceAction.RESEND_INVITATION, account, sent.invitation());
        return InvitationForm.representation(sent);
    }

    /** Takes the open invitation back. */
    @Operation(summary = "Takes the invitation of a member back")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = InvitationRepresentation.class)))
    @POST
    @Path("revoke")
    @Produces(MediaType.APPLICATION_JSON)
    public InvitationRepresentation revoke() {
        Account account = call.manage(accountId);
        Invitation revoked = contacts().revoke(call.actor(), accountId, id);
        call.reportInvitation(SelfServiceAction.REVOKE_INVITATION, account, revoked);
        return InvitationForm.representation(revoked);
    }

    private ContactManagement contacts() {
        return call.contacts().management();
    }
}
