package dev.foyer.invitation.login;

import dev.foyer.invitation.Invitation;
import dev.foyer.keycloak.RedirectUris;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The addresses between which an invitee goes. */
record InvitationLinks(KeycloakSession session, RealmModel realm) {

    static InvitationLinks of(KeycloakSession session) {
        return new InvitationLinks(session, session.getContext().getRealm());
    }

    /** The page of the link in the mail. */
    URI page(String token) {
        return invitations().path("{token}").build(realm.getName(), token);
    }

    /** A sign-in to our own client, which has the invitation answered. */
    URI signIn(Invitation invitation, String token) {
        return request("auth", invitation, token);
    }

    /** The same for somebody who is to become a user first. */
    URI registration(Invitation invitation, String token) {
        return request("registrations", invitation, token);
    }

    /** Where an invitee goes in the end. */
    URI destination(Optional<Invitation> accepted) {
        return accepted.map(invitation -> invitation.options().redirect())
                .flatMap(redirect -> new RedirectUris(session, realm).find(redirect.clientId(), redirect.uri()))
                .map(URI::create)
                .orElseGet(() -> base().path("realms/{realm}/account/").build(realm.getName()));
    }

    private URI request(String endpoint, Invitation invitation, String token) {
        return base().path("realms/{realm}/protocol/openid-connect/{endpoint}")
                .queryParam(OAuth2Constants.CLIENT_ID, InvitationPages.CLIENT)
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(OAuth2Constants.REDIRECT_URI, "{return}")
                .queryParam(OAuth2Constants.STATE, invitation.id())
                .queryParam(LinkedInvitation.PARAMETER, "{token}")
                .build(realm.getName(), endpoint, InvitationReturn.below(base(), realm), token);
    }

    private UriBuilder invitations() {
        return base().path("realms/{realm}/customer-accounts/invitation");
    }

    private UriBuilder base() {
        return session.getContext().getUri().getBaseUriBuilder();
    }
}
