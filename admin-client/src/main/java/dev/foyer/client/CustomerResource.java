package dev.foyer.client;

import dev.foyer.representation.ContactDetails;
import dev.foyer.representation.CustomerRemoval;
import dev.foyer.representation.CustomerRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** One customer. */
@Produces(MediaType.APPLICATION_JSON)
public interface CustomerResource {

    @GET
    CustomerRepresentation get();

    /** As {@link #get}, with the {@code ETag} that a change asks for. */
    @GET
    Response read();

    /** @param ifMatch the {@code ETag} of what the change was made for */
    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    CustomerRepresentation patch(@HeaderParam("If-Match") String ifMatch, MergePatch patch);

    /** @param number the account ID, said again */
    @DELETE
    CustomerRemoval remove(@QueryParam("number") String number);

    @Path("contact-types")
    ContactTypesResource contactTypes();

    /** {@link Page}s of {@link dev.foyer.representation.MembershipRepresentation}s. */
    @GET
    @Path("memberships")
    Response memberships(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("kind") String kind,
            @Nullable @QueryParam("permission") String permission,
            @Nullable @QueryParam("contactType") String contactType,
            @Nullable @QueryParam("search") String search,
            @Nullable @QueryParam("sort") String sort,
            @Nullable @QueryParam("order") String order,
            @Nullable @QueryParam("limit") Integer limit,
            @Nullable @QueryParam("cursor") String cursor);

    /**
     * Registers a person; the answer's {@code Location} ends with the membership's id.
     *
     * @param idempotencyKey makes sure that the same request sent again registers nobody twice
     */
    @POST
    @Path("memberships")
    @Consumes(MediaType.APPLICATION_JSON)
    Response register(@Nullable @HeaderParam("Idempotency-Key") String idempotencyKey, ContactDetails contact);

    @Path("memberships/{membershipId}")
    MembershipResource membership(@PathParam("membershipId") String membershipId);

    @Path("invitations")
    InvitationsResource invitations();
}
