package dev.foyer.selection.keycloak;

import dev.foyer.selection.AccountConsent;
import dev.foyer.selection.AccountSwitch;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where it is kept which accounts a person has let a client into: in the client's part of the SSO session. It comes there with
 * the end of a sign-in, so not when the person declines; and it goes when the session does, or the consent is taken back.
 */
public final class ConsentNote {

    private static final String NOTE = "foyer.consent";

    private ConsentNote() {}

    /** The consents that this client has, in this SSO session if there is one; it is looked for only where it matters. */
    public static AccountConsent read(ClientModel client, Supplier<Optional<UserSessionModel>> sso) {
        if (new ClientSettings(client).accountSwitch() == AccountSwitch.SILENT) {
            return AccountConsent.NOT_NEEDED;
        }
        return AccountConsent.parse(sso.get()
                .map(found -> found.getAuthenticatedClientSessionByClient(client.getId()))
                .map(session -> session.getNote(NOTE))
                .orElse(null));
    }

    /** Keeps them once the sign-in has come to its end. */
    public static void write(AuthenticationSessionModel signIn, AccountConsent consent) {
        if (consent.isNeeded()) {
            signIn.setClientNote(NOTE, consent.toString());
        }
    }
}
