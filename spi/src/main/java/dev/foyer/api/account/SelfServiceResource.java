package dev.foyer.api.account;

import dev.foyer.invitation.login.InvitationPages;
import dev.foyer.invitation.login.InvitationReturn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /realms/{realm}/customer-accounts}: what people see and manage of the accounts that they are members of, and in a
 * browser the pages of invitations.
 */
public final class SelfServiceResource {

    private final KeycloakSession session;

    SelfServiceResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("accounts")
    public AccountsResource accounts() {
        return new AccountsResource(SelfServiceCall.of(session));
    }

    @Path("invitations")
    public MyInvitationsResource invitations() {
        return new MyInvitationsResource(session);
    }

    /** What this API is, for programs: an OpenAPI 3.1 document. */
    @Operation(summary = "Reads this document")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @GET
    @Path("openapi")
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream openApi() {
        SelfServiceCall.of(session).who().requireView();
        return Objects.requireNonNull(SelfServiceResource.class.getResourceAsStream("self-service-openapi.json"));
    }

    /** In a browser: where the sign-in of an invitee ends. */
    @Path("invitation/return")
    public InvitationReturn invitationReturn() {
        return new InvitationReturn(session);
    }

    /** In a browser: what the link in the mail of an invitation opens. */
    @Path("invitation/{token}")
    public InvitationPages invitation(@PathParam("token") String token) {
        return new InvitationPages(session, token);
    }
}
