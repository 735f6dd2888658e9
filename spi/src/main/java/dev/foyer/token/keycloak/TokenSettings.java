package dev.foyer.token.keycloak;

import org.keycloak.models.RealmModel;

/** What a realm has set for tokens of accounts. */
public record TokenSettings(RealmModel realm) {

    /** Realm attribute: {@code session} ends the whole SSO session once its account is closed to the person. */
    public static final String REVOCATION = "foyer.revocation";

    /** Whether a closed account ends the SSO session of the person, other accounts included. */
    public boolean revocationEndsSession() {
        return "session".equals(realm.getAttribute(REVOCATION));
    }
}
