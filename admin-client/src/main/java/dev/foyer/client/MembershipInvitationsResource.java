package dev.foyer.client;

import dev.foyer.representation.InvitationRepresentation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The invitations of one person to one customer. */
@Produces(MediaType.APPLICATION_JSON)
public interface MembershipInvitationsResource {

    /** All of them, the latest first. */
    @GET
    List<InvitationRepresentation> list();

    /** Invites again, or for the first time; the link of an earlier mail is dead from then on. */
    @POST
    @Path("resend")
    InvitationRepresentation resend();

    /** Takes an open invitation back. */
    @POST
    @Path("revoke")
    InvitationRepresentation revoke();
}
