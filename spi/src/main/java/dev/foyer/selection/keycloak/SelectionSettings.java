package dev.foyer.selection.keycloak;

import dev.foyer.feature.Setting;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for the selection of accounts. */
public record SelectionSettings(RealmModel realm) {

    private static final int HIGHEST_LEVEL = 10_000;

    /** Realm attribute: the level of authentication that means a second factor was used; 2 unless given. */
    public static final Setting<Integer> SECOND_FACTOR_LEVEL =
            Setting.number("foyer.second-factor-level", 2, 1, HIGHEST_LEVEL);

    public static List<Setting<?>> all() {
        return List.of(SECOND_FACTOR_LEVEL);
    }

    /** The least level of authentication, as the conditions of the realm's flow number them, that took a second factor. */
    public int secondFactorLevel() {
        return SECOND_FACTOR_LEVEL.of(realm);
    }
}
