package dev.foyer.token.keycloak;

import dev.foyer.feature.Setting;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for tokens of accounts. */
public record TokenSettings(RealmModel realm) {

    private static final String SESSION = "session";

    /**
     * Realm attribute: what ends with an account that is closed to the person: {@code account}, itself alone, or
     * {@code session}, the whole SSO session.
     */
    public static final Setting<String> REVOCATION = Setting.word("foyer.revocation", "account", SESSION);

    public static List<Setting<?>> all() {
        return List.of(REVOCATION);
    }

    /** Whether a closed account ends the SSO session of the person, other accounts included. */
    public boolean revocationEndsSession() {
        return SESSION.equals(REVOCATION.of(realm));
    }
}
