package dev.foyer.selection.keycloak;

import org.keycloak.models.RealmModel;

/** What a realm has set for the selection of accounts. */
public record SelectionSettings(RealmModel realm) {

    /** Realm attribute: the level of authentication that means a second factor was used; 2 unless given. */
    public static final String SECOND_FACTOR_LEVEL = "foyer.second-factor-level";

    private static final int DEFAULT_SECOND_FACTOR_LEVEL = 2;

    /** The least level of authentication, as the conditions of the realm's flow number them, that took a second factor. */
    public int secondFactorLevel() {
        return realm.getAttribute(SECOND_FACTOR_LEVEL, DEFAULT_SECOND_FACTOR_LEVEL);
    }
}
