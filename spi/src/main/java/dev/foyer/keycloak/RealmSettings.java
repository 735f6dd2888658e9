package dev.foyer.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a realm has set for customer accounts as a whole, kept as realm attributes so that it travels with the realm's
 * export. What it has set for one feature, that feature reads.
 */
public record RealmSettings(RealmModel realm) {

    /** Realm attribute: {@code true} switches customer accounts on. */
    public static final String ENABLED = "foyer.enabled";

    /** Those of the realm of the session's context. */
    public static RealmSettings of(KeycloakSession session) {
        return new RealmSettings(session.getContext().getRealm());
    }

    /** Whether the realm has customer accounts. */
    public boolean isEnabled() {
        return realm.getAttribute(ENABLED, false);
    }
}
