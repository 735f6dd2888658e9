package dev.foyer.api.admin;

import dev.foyer.api.CustomerContactTypes;
import dev.foyer.api.JsonBody;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.ContactTypeRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** {@code /customers/{id}/contact-types}: the departments of one customer. */
public final class ContactTypesResource {

    private static final String EVENT = "CUSTOMER_CONTACT_TYPE";

    private final AdminCall call;
    private final CustomerContactTypes contactTypes;
    private final String customerId;

    ContactTypesResource(AdminCall call, String customerId) {
        this.call = call;
        this.contactTypes = new CustomerContactTypes(call, customerId);
        this.customerId = customerId;
    }

    /** All of them, the permanent one first. */
    @Operation(summary = "Lists the contact types of a customer")
    @APIResponse(
            responseCode = "200",
            description = "All of them, the permanent one first",
            content =
                    @Content(
                            schema =
                                    @Schema(type = SchemaType.ARRAY, implementation = ContactTypeRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<ContactTypeRepresentation> list() {
        call.admins().requireView();
        return contactTypes.list();
    }

    /** Adds one. */
    @Operation(summary = "Adds a contact type")
    @APIResponse(responseCode = "201", description = "Added; Location ends with its id")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ContactTypeDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        return contactTypes.add(body, added -> report(OperationType.CREATE, added));
    }

    /** Renames one. Its name is all there is to change, so no condition is asked for. */
    @Operation(summary = "Renames a contact type")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ContactTypeRepresentation.class)))
    @PUT
    @Path("{typeId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ContactTypeRepresentation rename(
            @PathParam("typeId") String typeId,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ContactTypeDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        ContactTypeRepresentation renamed = contactTypes.rename(typeId, body);
        report(OperationType.UPDATE, renamed);
        return renamed;
    }

    /** Removes one; who was in it stays a member. */
    @Operation(summary = "Removes a contact type; who was in it stays a member")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    @Path("{typeId}")
    public void remove(@PathParam("typeId") String typeId) {
        call.admins().requireManage();
        report(OperationType.DELETE, contactTypes.remove(typeId));
    }

    private void report(OperationType operation, ContactTypeRepresentation type) {
        call.report(operation, EVENT, type, "customers", customerId, "contact-types", type.id());
    }
}
