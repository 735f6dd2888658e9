package dev.foyer.client;

import dev.foyer.representation.PermissionDetails;
import dev.foyer.representation.PermissionRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What memberships of a realm can allow. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PermissionsResource {

    @GET
    List<PermissionRepresentation> list();

    @POST
    Response add(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, PermissionDetails permission);

    @DELETE
    @Path("{key}")
    void remove(@PathParam("key") String key);
}
