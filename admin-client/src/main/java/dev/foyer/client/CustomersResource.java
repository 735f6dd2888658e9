package dev.foyer.client;

import dev.foyer.representation.CountRepresentation;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.ImportSummary;
import dev.foyer.representation.UserTypeRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The customers of a realm. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CustomersResource {

    /**
     * Opens a customer; the answer's {@code Location} ends with its id.
     *
     * @param idempotencyKey makes sure that the same request sent again opens no second customer
     */
    @POST
    Response open(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, CustomerDetails customer);

    /** One {@link Page} of {@link dev.foyer.representation.CustomerRepresentation}s. */
    @GET
    Response list(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("type") String type,
            @Nullable @QueryParam("agency") Boolean agency,
            @Nullable @QueryParam("search") String search,
            @Nullable @QueryParam("sort") String sort,
            @Nullable @QueryParam("order") String order,
            @Nullable @QueryParam("limit") Integer limit,
            @Nullable @QueryParam("cursor") String cursor);

    @GET
    @Path("count")
    CountRepresentation count(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("type") String type,
            @Nullable @QueryParam("agency") Boolean agency,
            @Nullable @QueryParam("search") String search);

    @Path("{id}")
    CustomerResource customer(@PathParam("id") String id);

    /** Imports customers from a JSON document, all or none; the caller closes the document. */
    @POST
    @Path("import")
    ImportSummary importCustomers(InputStream document);

    /** All customers as the JSON document that the import takes; the caller closes it. */
    @GET
    @Path("export")
    InputStream exportCustomers();

    @Path("permissions")
    PermissionsResource permissions();

    /** Whether one user is external or internal. */
    @GET
    @Path("users/{userId}/type")
    UserTypeRepresentation userType(@PathParam("userId") String userId);

    /** The accounts of one user, as {@link Page}s of {@link dev.foyer.representation.MembershipRepresentation}s. */
    @GET
    @Path("users/{userId}/memberships")
    Response memberships(
            @PathParam("userId") String userId,
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("kind") String kind,
            @Nullable @QueryParam("permission") String permission,
            @Nullable @QueryParam("contactType") String contactType,
            @Nullable @QueryParam("search") String search,
            @Nullable @QueryParam("sort") String sort,
            @Nullable @QueryParam("order") String order,
            @Nullable @QueryParam("limit") Integer limit,
            @Nullable @QueryParam("cursor") String cursor);
}
