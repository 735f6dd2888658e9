package dev.foyer.invitation.login;

import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations.Offer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The invitation whose link somebody came by, in the sign-in or registration that the link led to. It stands in notes of the
 * client, which alone outlive a sign-in that is started anew. Keycloak keeps them in its database when the sign-in is done:
 * the token never gets so far.
 */
public final class LinkedInvitation {

    /** The parameter of the authorization request that holds the token. */
    public static final String PARAMETER = "invitation";

    private static final String TOKEN = "client_request_param_" + PARAMETER;
    private static final String ID = "foyer.invitation";
    private static final String DEAD = "-";

    private final AuthenticationSessionModel authentication;
    private final InvitationResponses answering;

    public LinkedInvitation(AuthenticationSessionModel authentication, InvitationResponses answering) {
        this.authentication = authentication;
        this.answering = answering;
    }

    /** What it offers, as long as the token has not been replaced. */
    public Optional<Offer> offer() {
        return Optional.ofNullable(authentication.getClientNote(TOKEN))
                .map(InvitationToken::new)
                .flatMap(answering::behind);
    }

    /** Goes on with the id of the invitation in place of its token. */
    void replaceToken() {
        if (authentication.getClientNote(TOKEN) != null) {
            authentication.setClientNote(
                    ID, offer().map(offer -> offer.invitation().id()).orElse(DEAD));
            authentication.removeClientNote(TOKEN);
        }
    }

    /** Whether somebody came by a link, be it dead. */
    boolean isThere() {
        return authentication.getClientNote(ID) != null;
    }

    /** There is nothing more to be asked of who came by the link. */
    void forget() {
        authentication.removeClientNote(ID);
    }

    /** The id of the invitation, or null if nobody came by a link or the link was dead. */
    @Nullable String id() {
        String id = authentication.getClientNote(ID);
        return DEAD.equals(id) ? null : id;
    }
}
