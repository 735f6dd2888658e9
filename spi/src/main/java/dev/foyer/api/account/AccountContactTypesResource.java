package dev.foyer.api.account;

import dev.foyer.api.CustomerContactTypes;
import dev.foyer.api.JsonBody;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.ContactTypeRepresentation;
import dev.foyer.selection.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** {@code /accounts/{accountId}/contact-types}: the departments of an account. */
public final class AccountContactTypesResource {

    private final SelfServiceCall call;
    private final CustomerContactTypes contactTypes;
    private final String accountId;

    AccountContactTypesResource(SelfServiceCall call, String accountId) {
        this.call = call;
        this.contactTypes = new CustomerContactTypes(call, accountId);
        this.accountId = accountId;
    }

    /** All of them, the permanent one first. */
    @Operation(summary = "Lists the contact types of an account")
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
        call.view(accountId);
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
        Account account = call.manage(accountId);
        return contactTypes.add(body, added -> call.report(SelfServiceAction.ADD_CONTACT_TYPE, account, null));
    }

    /** Removes one; who was in it stays a member. */
    @Operation(summary = "Removes a contact type; who was in it stays a member")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    @Path("{typeId}")
    public void remove(@PathParam("typeId") String typeId) {
        Account account = call.manage(accountId);
        contactTypes.remove(typeId);
        call.report(SelfServiceAction.REMOVE_CONTACT_TYPE, account, null);
    }
}
