package dev.foyer.api.account;

import dev.foyer.api.Condition;
import dev.foyer.api.JsonBody;
import dev.foyer.api.MembershipForm;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.contacts.Precondition;
import dev.foyer.membership.Membership;
import dev.foyer.representation.MemberRepresentation;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.selection.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /accounts/{accountId}/members/{membershipId}}: one member of an account. */
public final class MemberResource {

    private final SelfServiceCall call;
    private final String accountId;
    private final String id;
    private final Request request;

    MemberResource(SelfServiceCall call, String accountId, String id, Request request) {
        this.call = call;
        this.accountId = accountId;
        this.id = id;
        this.request = request;
    }

    @Operation(summary = "Reads a member")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        call.view(accountId);
        return call.answer(MemberForm.representation(contacts().find(call.actor(), accountId, id), call));
    }

    /** Changes the permissions, the contact types and, before they have entered the account, what is known of the person. */
    @Operation(summary = "Changes the person, the permissions and the contact types of a member")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MemberRepresentation.class)))
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MembershipDetails.class)))
                    JsonBody body) {
        Account account = call.manage(accountId);
        Condition condition = Condition.required(request, call.headers());
        Membership changed = contacts().change(call.actor(), accountId, id, (present, customer) -> {
            condition.require(MemberForm.representation(present, call));
            return MembershipForm.wanted(body.patch(MembershipForm.details(present), MembershipDetails.class));
        });
        return answer(SelfServiceAction.CHANGE_MEMBER, account, changed);
    }

    /** Takes the access away for a time. */
    @Operation(summary = "Suspends a member")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MemberRepresentation.class)))
    @POST
    @Path("suspend")
    @Produces(MediaType.APPLICATION_JSON)
    public Response suspend() {
        Account account = call.manage(accountId);
        Membership changed = contacts().suspend(call.actor(), accountId, id, precondition());
        return answer(SelfServiceAction.SUSPEND_MEMBER, account, changed);
    }

    /** Gives the access back. */
    @Operation(summary = "Resumes a member")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MemberRepresentation.class)))
    @POST
    @Path("resume")
    @Produces(MediaType.APPLICATION_JSON)
    public Response resume() {
        Account account = call.manage(accountId);
        Membership changed = contacts().resume(call.actor(), accountId, id, precondition());
        return answer(SelfServiceAction.RESUME_MEMBER, account, changed);
    }

    @Operation(summary = "Removes a member")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    public void remove() {
        Account account = call.manage(accountId);
        contacts().remove(call.actor(), accountId, id, precondition());
        call.report(SelfServiceAction.REMOVE_MEMBER, account, id);
    }

    @Path("invitations")
    public MemberInvitationsResource invitations() {
        return new MemberInvitationsResource(call, accountId, id);
    }

    private ContactManagement contacts() {
        return call.contacts().management();
    }

    private Precondition precondition() {
        Condition condition = new Condition(request);
        return (present, customer) -> condition.require(MemberForm.representation(present, call));
    }

    private Response answer(SelfServiceAction action, Account account, Membership changed) {
        call.report(action, account, id);
        return call.answer(MemberForm.representation(changed, call));
    }
}
