package dev.foyer.api.admin;

import dev.foyer.api.Call;
import dev.foyer.api.JsonBody;
import dev.foyer.api.RequestValues;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.representation.PermissionDetails;
import dev.foyer.representation.PermissionRepresentation;
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
import org.keycloak.events.admin.OperationType;

/** {@code /customers/permissions}: what memberships of a realm can allow. */
public final class PermissionsResource {

    private static final String EVENT = "CUSTOMER_PERMISSION";

    private final AdminCall call;

    public PermissionsResource(AdminCall call) {
        this.call = call;
    }

    /** All of them, in the order of their keys. */
    @Operation(summary = "Lists the permissions that there are")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in the order of their keys",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PermissionRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<PermissionRepresentation> list() {
        call.admins().requireView();
        return call.memberships().permissions().catalogue().permissions().stream()
                .map(PermissionsResource::representation)
                .toList();
    }

    /** Adds one of the realm's own. */
    @Operation(summary = "Adds a permission")
    @APIResponse(responseCode = "201", description = "Added; Location ends with its key")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PermissionDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        Permission permission =
                RequestValues.required("key", body.as(PermissionDetails.class).key(), Permission::new);
        return call.create(body, () -> {
            call.memberships().permissionService().add(permission);
            PermissionRepresentation added = representation(permission);
            report(OperationType.CREATE, added);
            return Call.created(permission.key(), added);
        });
    }

    /** Removes one of the realm's own that nobody has. */
    @Operation(summary = "Removes a permission that nobody has")
    @APIResponse(responseCode = "204", description = "Removed")
    @DELETE
    @Path("{key}")
    public void remove(@PathParam("key") String key) {
        call.admins().requireManage();
        Permission removed = call.memberships().permissionService().remove(key);
        report(OperationType.DELETE, representation(removed));
    }

    private void report(OperationType operation, PermissionRepresentation permission) {
        call.report(operation, EVENT, permission, "customers", "permissions", permission.key());
    }

    private static PermissionRepresentation representation(Permission permission) {
        return new PermissionRepresentation(
                permission.key(), PermissionCatalogue.BUILT_IN.permissions().contains(permission));
    }
}
