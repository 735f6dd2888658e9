package dev.foyer.client;

import dev.foyer.representation.MembershipRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One person's place in one customer. */
@Produces(MediaType.APPLICATION_JSON)
public interface MembershipResource {

    @GET
    MembershipRepresentation get();

    /** As {@link #get}, with the {@code ETag} that a change asks for. */
    @GET
    Response read();

    /** @param ifMatch the {@code ETag} of what the change was made for */
    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    MembershipRepresentation patch(@HeaderParam("If-Match") String ifMatch, MergePatch patch);

    @POST
    @Path("suspend")
    MembershipRepresentation suspend();

    @POST
    @Path("resume")
    MembershipRepresentation resume();

    @DELETE
    void remove();

    @Path("invitations")
    MembershipInvitationsResource invitations();
}
