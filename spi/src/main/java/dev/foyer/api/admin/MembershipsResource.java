package dev.foyer.api.admin;

import dev.foyer.api.Call;
import dev.foyer.api.JsonBody;
import dev.foyer.api.MembershipForm;
import dev.foyer.api.MembershipQuery;
import dev.foyer.membership.Membership;
import dev.foyer.representation.ContactDetails;
import dev.foyer.representation.MembershipRepresentation;
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
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}/memberships}: the owners, contacts and guests of one customer. */
public final class MembershipsResource {

    private final AdminCall call;
    private final String customerId;

    public MembershipsResource(AdminCall call, String customerId) {
        this.call = call;
        this.customerId = customerId;
    }

    /** One page of memberships. */
    @Operation(summary = "Lists the memberships of a customer")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = MembershipRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@BeanParam MembershipQuery query) {
        call.admins().requireView();
        return query.answer(
                call,
                (filter, page) -> call.memberships()
                        .queries()
                        .ofCustomer(call.customer(customerId).id(), filter, page),
                new MembershipRepresentations(call)::of);
    }

    /** Registers a person as a contact, or invites them if their address is a user's already: the answer does not tell. */
    @Operation(summary = "Registers a person")
    @APIResponse(responseCode = "201", description = "Registered; Location ends with the membership's id")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ContactDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        ContactDetails details = body.as(ContactDetails.class);
        if (Boolean.TRUE.equals(details.createUser())) {
            call.requireUserManagement();
        }
        return call.create(body, () -> {
            Membership registered =
                    call.contacts().admission().register(call.actor(), customerId, MembershipForm.contact(details));
            var representation = new MembershipRepresentations(call).of(registered, call.customer(customerId));
            String id = registered.id();
            call.report(
                    OperationType.CREATE,
                    MembershipResource.EVENT,
                    representation,
                    "customers",
                    customerId,
                    "memberships",
                    id);
            return Call.created(id, representation);
        });
    }

    @Path("{membershipId}")
    public MembershipResource membership(@PathParam("membershipId") String membershipId, @Context Request request) {
        return new MembershipResource(call, customerId, membershipId, request);
    }
}
