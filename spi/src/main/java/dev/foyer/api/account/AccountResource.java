package dev.foyer.api.account;

import dev.foyer.api.Condition;
import dev.foyer.api.JsonBody;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;
import dev.foyer.representation.AccountDetails;
import dev.foyer.representation.AccountRepresentation;
import dev.foyer.selection.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** {@code /accounts/{accountId}}: one of the caller's accounts. */
public final class AccountResource {

    private final SelfServiceCall call;
    private final String id;
    private final Request request;

    AccountResource(SelfServiceCall call, String id, Request request) {
        this.call = call;
        this.id = id;
        this.request = request;
    }

    @Operation(summary = "Reads one of my accounts")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        call.view(id);
        return call.answer(AccountForm.representation(call.customer(id), own(), call));
    }

    /** Changes the name, which only owners may. */
    @Operation(summary = "Changes an account of which I am an owner")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = AccountRepresentation.class)))
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountDetails.class)))
                    JsonBody body) {
        Account account = call.manage(id);
        Condition condition = Condition.required(request, call.headers());
        Customer changed = call.contacts().profile().change(call.actor(), id, (present, own) -> {
            condition.require(AccountForm.representation(present, own, call));
            return AccountForm.of(body.patch(AccountForm.details(present), AccountDetails.class))
                    .revise(present);
        });
        call.report(SelfServiceAction.CHANGE_ACCOUNT, account, null);
        return call.answer(AccountForm.representation(changed, own(), call));
    }

    /** Ends the caller's own membership; the last owner has to stay. */
    @Operation(summary = "Leaves an account")
    @APIResponse(responseCode = "204", description = "Left")
    @DELETE
    @Path("membership")
    public void leave() {
        Account account = call.manage(id);
        Membership ended = call.contacts().management().leave(call.actor(), id);
        call.report(SelfServiceAction.LEAVE_ACCOUNT, account, ended.id());
    }

    @Path("contact-types")
    public AccountContactTypesResource contactTypes() {
        return new AccountContactTypesResource(call, id);
    }

    @Path("invitations")
    public AccountInvitationsResource invitations() {
        return new AccountInvitationsResource(call, id);
    }

    @Path("members")
    public MembersResource members() {
        return new MembersResource(call, id);
    }

    private Membership own() {
        return call.memberships().access().require(id, call.caller().getId()).own();
    }
}
