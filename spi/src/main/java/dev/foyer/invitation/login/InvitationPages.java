package dev.foyer.invitation.login;

import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.BrowserSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code /realms/{realm}/customer-accounts/invitation/{token}} in a browser: what the link in a mail opens. Nothing here
 * changes an invitation, whoever fetches it how often: the answer is given in a sign-in.
 */
public final class InvitationPages {

    /** The client that invitees sign in to. */
    public static final String CLIENT = "customer-accounts";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InvitationServices invitations;
    private final InvitationLinks links;
    private final String token;

    /** @param token what the link holds, whatever that is */
    public InvitationPages(KeycloakSession session, String token) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.invitations = InvitationServices.of(session);
        this.links = InvitationLinks.of(session);
        this.token = token;
    }

    /** The invitation; or the way on, for whoever is signed in as the one it is for. */
    @Operation(hidden = true)
    @GET
    public Response show() {
        Optional<Offer> offer = invitations.responses().behind(new InvitationToken(token));
        return offer.map(this::show).orElseGet(this::dead);
    }

    /** Ends the session of somebody else, if it was them who asked for it, and shows the invitation again. */
    @Operation(hidden = true)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeUser(@FormParam("seal") @Nullable String seal) {
        BrowserSession.of(session).filter(sso -> sso.isSealedBy(seal)).ifPresent(BrowserSession::end);
        return unstored(Response.seeOther(links.page(token)));
    }

    private Response show(Offer offer) {
        Optional<BrowserSession> sso = BrowserSession.of(session);
        if (sso.isEmpty()) {
            return page(offer);
        }
        return offer.invitation()
                        .isAddressedTo(InvitationParties.invitee(sso.get().user()))
                ? go(links.signIn(offer.invitation(), token))
                : otherUser(offer, sso.get());
    }

    private Response page(Offer offer) {
        LoginFormsProvider form = form().setAttribute("invitation", bean(offer))
                .setAttribute(
                        "signInUrl", links.signIn(offer.invitation(), token).toString());
        if (realm.isRegistrationAllowed()) {
            form.setAttribute(
                    "registrationUrl",
                    links.registration(offer.invitation(), token).toString());
        }
        return unstored(Response.fromResponse(form.createForm("foyer-invitation.ftl")));
    }

    private Response otherUser(Offer offer, BrowserSession sso) {
        return unstored(Response.fromResponse(form().setAttribute("invitation", bean(offer))
                .setAttribute("username", sso.user().getUsername())
                .setAttribute("seal", sso.seal())
                .createForm("foyer-invitation-other-user.ftl")));
    }

    /** One page for all that is not open: nobody learns whether there ever was such an invitation. */
    private Response dead() {
        return unstored(Response.fromResponse(
                form().setError("foyerInvitationDead").createErrorPage(Response.Status.BAD_REQUEST)));
    }

    private Response go(URI location) {
        return unstored(Response.status(Response.Status.FOUND).location(location));
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class).setActionUri(links.page(token));
    }

    private InvitationBean bean(Offer offer) {
        return new InvitationBean(offer, session.getContext().resolveLocale(null));
    }

    static Response unstored(ResponseBuilder response) {
        response.header(HttpHeaders.CACHE_CONTROL, null);
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
