package dev.foyer.selfservice;

import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.rest.MembershipForm;
import dev.foyer.representation.MemberRepresentation;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.rest.EntityTag.Condition;
import dev.foyer.rest.JsonBody;
import dev.foyer.selection.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.BiFunction;
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

    MemberResource(SelfServiceCall call, String accountId, String id) {
        this.call = call;
        this.accountId = accountId;
        this.id = id;
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
        return call.answer(MemberForm.representation(call.member(accountId, id), call));
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
                    InputStream body) {
        Account account = call.manage(accountId);
        JsonBody json = JsonBody.of(body);
        Condition condition = Condition.required(call.headers());
        PermissionCatalogue catalogue = call.foyer().permissions().hold();
        return change(SelfServiceAction.CHANGE_MEMBER, account, condition, (customer, present) -> {
            MembershipDetails wanted = json.patch(MembershipForm.details(present), MembershipDetails.class);
            return MembershipForm.of(wanted, customer, catalogue).revise(present, customer);
        });
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
        return move(SelfServiceAction.SUSPEND_MEMBER, MembershipMove.SUSPEND);
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
        return move(SelfServiceAction.RESUME_MEMBER, MembershipMove.RESUME);
    }

    @Operation(summary = "Removes a member")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    public void remove() {
        Account account = call.manage(accountId);
        Condition condition = Condition.optional(call.headers());
        call.colleagues().remove(accountId, id, present -> condition.require(MemberForm.representation(present, call)));
        call.report(SelfServiceAction.REMOVE_MEMBER, account, id);
    }

    @Path("invitations")
    public MemberInvitationsResource invitations() {
        return new MemberInvitationsResource(call, accountId, id);
    }

    private Response move(SelfServiceAction action, MembershipMove move) {
        Account account = call.manage(accountId);
        Condition condition = Condition.optional(call.headers());
        return change(action, account, condition, (customer, present) -> present.move(move));
    }

    private Response change(
            SelfServiceAction action,
            Account account,
            Condition condition,
            BiFunction<Customer, Membership, Membership> change) {
        Membership changed = call.colleagues().change(accountId, id, (customer, present) -> {
            condition.require(MemberForm.representation(present, call));
            return change.apply(customer, present);
        });
        call.report(action, account, id);
        return call.answer(MemberForm.representation(changed, call));
    }
}
