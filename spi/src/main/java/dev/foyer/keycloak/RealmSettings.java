package dev.foyer.keycloak;

import dev.foyer.feature.Setting;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a realm has set for customer accounts as a whole. Settings are read from the realm's attributes, which Keycloak has
 * at hand, and kept in a table of their own. What a realm has set for one feature, that feature reads.
 */
public record RealmSettings(RealmModel realm) {

    /** Realm attribute: {@code true} switches customer accounts on. */
    public static final Setting<Boolean> ENABLED = Setting.flag("foyer.enabled", false);

    /** Those of the realm of the session's context. */
    public static RealmSettings of(KeycloakSession session) {
        return new RealmSettings(session.getContext().getRealm());
    }

    /** Whether the realm has customer accounts. */
    public boolean isEnabled() {
        return ENABLED.of(realm);
    }
}
