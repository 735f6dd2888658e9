package dev.foyer.client;

import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.ContactTypeRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The departments of one customer. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ContactTypesResource {

    @GET
    List<ContactTypeRepresentation> list();

    @POST
    Response add(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, ContactTypeDetails contactType);

    @PUT
    @Path("{id}")
    ContactTypeRepresentation rename(@PathParam("id") String id, ContactTypeDetails contactType);

    @DELETE
    @Path("{id}")
    void remove(@PathParam("id") String id);
}
