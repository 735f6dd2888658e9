package dev.foyer.selfservice;

import dev.foyer.invitation.login.InvitationPages;
import dev.foyer.invitation.login.InvitationReturn;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/customer-accounts}. */
public final class SelfServiceResource {

    private final KeycloakSession session;

    SelfServiceResource(KeycloakSession session) {
        this.session = session;
    }

    /** In a browser: where the sign-in of an invitee ends. */
    @Path("invitations/return")
    public InvitationReturn invitationReturn() {
        return new InvitationReturn(session);
    }

    /** In a browser: what the link in the mail of an invitation opens. */
    @Path("invitations/{token}")
    public InvitationPages invitation(@PathParam("token") String token) {
        return new InvitationPages(session, token);
    }
}
