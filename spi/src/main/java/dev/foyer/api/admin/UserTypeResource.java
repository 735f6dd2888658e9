package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.representation.UserTypeRepresentation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/**
 * {@code /customers/users/{userId}/type}: where one user comes from. Keycloak's own rules say whether the caller may see that
 * user; for who may not, there is none.
 */
public final class UserTypeResource {

    private final AdminCall call;
    private final String userId;

    UserTypeResource(AdminCall call, String userId) {
        this.call = call;
        this.userId = userId;
    }

    /** Whether the user is external or internal. */
    @Operation(summary = "Reads whether a user is external or internal")
    @APIResponse(
            responseCode = "200",
            description = "The type of the user",
            content = @Content(schema = @Schema(implementation = UserTypeRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public UserTypeRepresentation get() {
        call.admins().requireView();
        UserModel user = call.visibleUser(userId).orElseThrow(Refusal::notFound);
        return new UserTypeRepresentation(call.memberships().userType(user).key());
    }
}
