package dev.foyer.invitation.login;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.keycloak.InvitationServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code /realms/{realm}/customer-accounts/invitation/return}: where the sign-in of an invitee ends. Nobody needs its code.
 */
public final class InvitationReturn {

    static final String PATH = "/customer-accounts/invitation/return";

    private final KeycloakSession session;

    public InvitationReturn(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Its address in a realm, with the realm's name as it stands in addresses.
     *
     * @param base where all realms are
     */
    static URI below(UriBuilder base, RealmModel realm) {
        return base.path("realms/{realm}").path(PATH).build(realm.getName());
    }

    /** @param id of the invitation */
    @Operation(hidden = true)
    @GET
    public Response arrive(@QueryParam("state") @Nullable String id) {
        Optional<Invitation> accepted = Optional.ofNullable(id)
                .flatMap(InvitationServices.of(session).invitations()::find)
                .filter(invitation -> invitation.state() == InvitationState.ACCEPTED);
        return InvitationPages.unstored(Response.status(Response.Status.FOUND)
                .location(InvitationLinks.of(session).destination(accepted)));
    }
}
