package dev.foyer.client;

import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationResult;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Inviting people to one customer. */
@Produces(MediaType.APPLICATION_JSON)
public interface InvitationsResource {

    /** What became of each address, in their order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    List<InvitationResult> invite(InvitationDetails details);
}
