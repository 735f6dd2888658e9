package dev.foyer.api.account;

import dev.foyer.api.Call;
import dev.foyer.api.JsonBody;
import dev.foyer.api.MembershipForm;
import dev.foyer.api.MembershipQuery;
import dev.foyer.membership.Membership;
import dev.foyer.representation.MemberRepresentation;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.selection.Account;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /accounts/{accountId}/members}: the owners, contacts and guests of an account, for those who look after them. */
public final class MembersResource {

    private final SelfServiceCall call;
    private final String accountId;

    MembersResource(SelfServiceCall call, String accountId) {
        this.call = call;
        this.accountId = accountId;
    }

    /** One page of members. */
    @Operation(summary = "Lists the members of an account")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MemberRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@BeanParam MembershipQuery query) {
        call.view(accountId);
        call.contacts().management().requireManage(call.actor(), accountId);
        return query.answer(
                call,
                (filter, page) -> call.memberships().queries().ofCustomer(accountId, filter, page),
                (listed, profile) -> MemberForm.representation(listed.membership(), profile, call));
    }

    /** Registers a person as a contact. With an address they are invited, whosever it is; without one they stay pending. */
    @Operation(summary = "Registers a contact")
    @APIResponse(responseCode = "201", description = "Registered; Location ends with the membership's id")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MembershipDetails.class)))
                    JsonBody body) {
        Account account = call.manage(accountId);
        MembershipDetails details = body.as(MembershipDetails.class);
        return call.create(body, () -> {
            Membership registered =
                    call.contacts().admission().register(call.actor(), accountId, MembershipForm.contact(details));
            call.report(SelfServiceAction.REGISTER_MEMBER, account, registered.id());
            return Call.created(registered.id(), MemberForm.representation(registered, call));
        });
    }

    @Path("{membershipId}")
    public MemberResource member(@PathParam("membershipId") String membershipId, @Context Request request) {
        return new MemberResource(call, accountId, membershipId, request);
    }
}
