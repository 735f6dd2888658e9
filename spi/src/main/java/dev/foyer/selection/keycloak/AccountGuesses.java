package dev.foyer.selection.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Accounts that an application named for a person who has no such account. The answer is a guess confirmed or denied, so where
 * the realm detects brute force there is an end to it, as there is to passwords.
 */
public record AccountGuesses(KeycloakSession session, RealmModel realm) {

    /** The note of an SSO session that counts the guesses made by prompt=none. */
    private static final String SILENT = "foyer.silent-guesses";

    /** Those of the realm of the session's context. */
    public static AccountGuesses of(KeycloakSession session) {
        return new AccountGuesses(session, session.getContext().getRealm());
    }

    /** Whether nothing may be tried for this user at the moment, as no password may. */
    public boolean areStopped(UserModel user) {
        if (!realm.isBruteForceProtected()) {
            return false;
        }
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return protector.isPermanentlyLockedOut(session, realm, user)
                || protector.isTemporarilyDisabled(session, realm, user);
    }

    /**
     * Counts a wrong account like a wrong password, for the user whose password or refresh token came with it: nobody who has
     * neither can lock the user out by this.
     */
    public void count(UserModel user) {
        if (realm.isBruteForceProtected()) {
            session.getProvider(BruteForceProtector.class)
                    .failedLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getUri(),
                            null);
        }
    }

    /** Whether as many wrong hints came silently in this SSO session as the realm lets wrong passwords come. */
    public boolean areStopped(UserSessionModel sso) {
        return realm.isBruteForceProtected() && silent(sso) >= realm.getFailureFactor();
    }

    /**
     * Counts a wrong hint for the SSO session alone. Any page that the person visits can send the browser here: it must not be
     * able to keep them from signing in.
     */
    public void count(UserSessionModel sso) {
        if (realm.isBruteForceProtected()) {
            sso.setNote(SILENT, String.valueOf(silent(sso) + 1));
        }
    }

    private static int silent(UserSessionModel sso) {
        String count = sso.getNote(SILENT);
        return count == null ? 0 : Integer.parseInt(count);
    }
}
