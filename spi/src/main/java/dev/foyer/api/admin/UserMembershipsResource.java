package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.api.MembershipQuery;
import dev.foyer.representation.MembershipRepresentation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/**
 * {@code /customers/users/{userId}/memberships}: the accounts of one user. Keycloak's own rules say whether the caller may
 * see that user; for who may not, there is none.
 */
public final class UserMembershipsResource {

    private final AdminCall call;
    private final String userId;

    public UserMembershipsResource(AdminCall call, String userId) {
        this.call = call;
        this.userId = userId;
    }

    /** One page of memberships. */
    @Operation(summary = "Lists the accounts of a user")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = MembershipRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@BeanParam MembershipQuery query) {
        call.admins().requireView();
        return query.answer(
                call,
                (filter, page) -> {
                    UserModel user = call.visibleUser(userId).orElseThrow(Refusal::notFound);
                    return call.memberships().queries().ofUser(user.getId(), filter, page);
                },
                new MembershipRepresentations(call)::of);
    }
}
