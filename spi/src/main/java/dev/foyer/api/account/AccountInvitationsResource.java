package dev.foyer.api.account;

import dev.foyer.api.CustomerInvitations;
import dev.foyer.api.JsonBody;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationResult;
import dev.foyer.selection.Account;
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

/** {@code /accounts/{accountId}/invitations}: inviting people to an account, up to 200 at once. */
public final class AccountInvitationsResource {

    private final SelfServiceCall call;
    private final String accountId;

    AccountInvitationsResource(SelfServiceCall call, String accountId) {
        this.call = call;
        this.accountId = accountId;
    }

    /** Invites people, whether their addresses are users' or not: the answer does not tell. */
    @Operation(summary = "Invites people to an account")
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
        Account account = call.manage(accountId);
        return new CustomerInvitations(call, accountId)
                .invite(
                        body,
                        invitation -> call.reportInvitation(SelfServiceAction.INVITE_MEMBER, account, invitation));
    }
}
