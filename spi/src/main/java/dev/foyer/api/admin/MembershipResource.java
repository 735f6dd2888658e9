package dev.foyer.api.admin;

import dev.foyer.api.Condition;
import dev.foyer.api.JsonBody;
import dev.foyer.api.MembershipForm;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.contacts.Precondition;
import dev.foyer.membership.Membership;
import dev.foyer.representation.MembershipDetails;
import dev.foyer.representation.MembershipRepresentation;
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
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}/memberships/{membershipId}}: one person's place in one customer. */
public final class MembershipResource {

    /** The type of admin events about memberships. */
    static final String EVENT = "CUSTOMER_MEMBERSHIP";

    private final AdminCall call;
    private final ContactManagement contacts;
    private final MembershipRepresentations representations;
    private final String customerId;
    private final String id;
    private final Request request;

    MembershipResource(AdminCall call, String customerId, String id, Request request) {
        this.call = call;
        this.contacts = call.contacts().management();
        this.representations = new MembershipRepresentations(call);
        this.customerId = customerId;
        this.id = id;
        this.request = request;
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
        Membership membership = contacts.find(call.actor(), customerId, id);
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
                    JsonBody body) {
        call.admins().requireManage();
        Condition condition = Condition.required(request, call.headers());
        return answer(OperationType.UPDATE, "", contacts.change(call.actor(), customerId, id, (present, customer) -> {
            condition.require(representations.of(present, customer));
            return MembershipForm.wanted(body.patch(MembershipForm.details(present), MembershipDetails.class));
        }));
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
        call.admins().requireManage();
        return answer(OperationType.ACTION, "suspend", contacts.suspend(call.actor(), customerId, id, precondition()));
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
        call.admins().requireManage();
        return answer(OperationType.ACTION, "resume", contacts.resume(call.actor(), customerId, id, precondition()));
    }

    @Operation(summary = "Removes a membership")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    public void remove() {
        call.admins().requireManage();
        Membership removed = contacts.remove(call.actor(), customerId, id, precondition());
        report(OperationType.DELETE, "", represent(removed));
    }

    @Path("invitations")
    public MembershipInvitationsResource invitations() {
        return new MembershipInvitationsResource(call, customerId, id);
    }

    private Precondition precondition() {
        Condition condition = new Condition(request);
        return (present, customer) -> condition.require(representations.of(present, customer));
    }

    private Response answer(OperationType operation, String action, Membership changed) {
        MembershipRepresentation representation = represent(changed);
        report(operation, action, representation);
        return call.answer(representation);
    }

    private MembershipRepresentation represent(Membership membership) {
        return representations.of(membership, call.customer(customerId));
    }

    private void report(OperationType operation, String action, MembershipRepresentation representation) {
        String path = "customers/" + customerId + "/memberships/" + id;
        call.report(operation, EVENT, representation, action.isEmpty() ? path : path + "/" + action);
    }
}
