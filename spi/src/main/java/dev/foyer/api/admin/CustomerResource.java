package dev.foyer.api.admin;

import dev.foyer.api.Condition;
import dev.foyer.api.CustomerForm;
import dev.foyer.api.JsonBody;
import dev.foyer.api.RequestValues;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.membership.CustomerDeletion.Removed;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.CustomerRemoval;
import dev.foyer.representation.CustomerRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}}: one customer. */
public final class CustomerResource {

    private final AdminCall call;
    private final String id;
    private final Request request;

    CustomerResource(AdminCall call, String id, Request request) {
        this.call = call;
        this.id = id;
        this.request = request;
    }

    @Operation(summary = "Reads a customer")
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        call.admins().requireView();
        return call.answer(CustomerForm.representation(call.customer(id)));
    }

    /** Changes what the body says, the state included. */
    @Operation(summary = "Changes a customer")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = CustomerRepresentation.class)))
    @PATCH
    @Consumes(JsonBody.MERGE_PATCH)
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CustomerDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        Condition condition = Condition.required(request, call.headers());
        Customer changed = call.customers().service().change(id, present -> {
            condition.require(CustomerForm.representation(present));
            CustomerDetails wanted = body.patch(CustomerForm.details(present), CustomerDetails.class);
            return CustomerForm.of(wanted).revise(present);
        });
        call.report(
                OperationType.UPDATE, CustomersResource.EVENT, CustomerForm.representation(changed), "customers", id);
        return call.answer(CustomerForm.representation(changed));
    }

    /** Removes the customer and all that hangs on it. */
    @Operation(summary = "Removes a customer; the account ID confirms which")
    @APIResponse(
            responseCode = "200",
            description = "What went with it",
            content = @Content(schema = @Schema(implementation = CustomerRemoval.class)))
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public CustomerRemoval remove(@QueryParam("number") @Nullable String number) {
        call.admins().requireManage();
        AccountNumber confirmed = RequestValues.requiredParameter("number", number, AccountNumber::new);
        Removed removed = call.memberships().customerDeletion().remove(id, confirmed);
        CustomerRemoval removal =
                new CustomerRemoval(removed.customer().contactTypes().size(), removed.memberships());
        call.report(OperationType.DELETE, CustomersResource.EVENT, removal, "customers", id);
        return removal;
    }

    @Path("contact-types")
    public ContactTypesResource contactTypes() {
        return new ContactTypesResource(call, id);
    }

    @Path("invitations")
    public InvitationsResource invitations() {
        return new InvitationsResource(call, id);
    }

    @Path("memberships")
    public MembershipsResource memberships() {
        return new MembershipsResource(call, id);
    }
}
