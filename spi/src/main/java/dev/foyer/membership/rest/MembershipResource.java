package dev.foyer.membership.rest;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.rest.MembershipInvitationsResource;
import dev.foyer.keycloak.Foyer;
import dev.foyer.membership.CustomerMembers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.representation.MembershipRepresentation;
import dev.foyer.rest.AdminCall;
import dev.foyer.rest.EntityTag.Condition;
import dev.foyer.rest.JsonBody;
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
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}/memberships/{membershipId}}: one person's place in one customer. */
public final class MembershipResource {

    /** The type of admin events about memberships. */
    static final String EVENT = "CUSTOMER_MEMBERSHIP";

    private final AdminCall call;
    private final Foyer foyer;
    private final String customerId;
    private final String id;

    MembershipResource(AdminCall call, String customerId, String id) {
        this.call = call;
        this.foyer = call.foyer();
        this.customerId = customerId;
        this.id = id;
    }

    @Operation(summary = "Reads a membership")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        call.admins().requireView();
        Membership membership = foyer.memberships()
                .find(id)
                .filter(found -> found.customerId().equals(customerId))
                .orElseThrow(Refusal::notFound);
        return call.answer(represent(membership));
    }

    /** Changes what the body says of the person, the permissions and the contact types. */
    @Operation(summary = "Changes the person, the permissions and the contact types of a membership")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MembershipRepresentation.class)))
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MembershipDetails.class)))
                    InputStream body) {
        call.admins().requireManage();
        JsonBody json = JsonBody.of(body);
        Condition condition = Condition.required(call.headers());
        PermissionCatalogue catalogue = foyer.permissions().hold();
        return change(OperationType.UPDATE, "", condition, (customer, present) -> {
            MembershipDetails wanted = json.patch(MembershipForm.details(present), MembershipDetails.class);
            return MembershipForm.of(wanted, customer, catalogue).revise(present, customer);
        });
    }

    /** Takes the access away for a time. */
    @Operation(summary = "Suspends a membership")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MembershipRepresentation.class)))
    @POST
    @Path("suspend")
    @Produces(MediaType.APPLICATION_JSON)
    public Response suspend() {
        return move(MembershipMove.SUSPEND);
    }

    /** Gives the access back. */
    @Operation(summary = "Resumes a membership")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = MembershipRepresentation.class)))
    @POST
    @Path("resume")
    @Produces(MediaType.APPLICATION_JSON)
    public Response resume() {
        return move(MembershipMove.RESUME);
    }

    @Operation(summary = "Removes a membership")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    public void remove() {
        call.admins().requireManage();
        Condition condition = Condition.optional(call.headers());
        members().remove(customerId, id, present -> {
            MembershipRepresentation representation = represent(present);
            condition.require(representation);
            report(OperationType.DELETE, "", representation);
        });
    }

    @Path("invitations")
    public MembershipInvitationsResource invitations() {
        return new MembershipInvitationsResource(call, customerId, id);
    }

    private Response move(MembershipMove move) {
        call.admins().requireManage();
        Condition condition = Condition.optional(call.headers());
        return change(OperationType.ACTION, move.key(), condition, (customer, present) -> present.move(move));
    }

    private Response change(
            OperationType operation,
            String action,
            Condition condition,
            BiFunction<Customer, Membership, Membership> change) {
        Membership changed = members().change(customerId, id, (customer, present) -> {
            condition.require(MembershipForm.representation(present, customer, call));
            return change.apply(customer, present);
        });
        MembershipRepresentation representation = represent(changed);
        report(operation, action, representation);
        return call.answer(representation);
    }

    private CustomerMembers members() {
        return foyer.customerMembers(call.inviter().userId());
    }

    private MembershipRepresentation represent(Membership membership) {
        Customer customer = foyer.customers().find(customerId).orElseThrow(Refusal::notFound);
        return MembershipForm.representation(membership, customer, call);
    }

    private void report(OperationType operation, String action, MembershipRepresentation representation) {
        String path = "customers/" + customerId + "/memberships/" + id;
        call.report(operation, EVENT, representation, action.isEmpty() ? path : path + "/" + action);
    }
}
