package dev.foyer.enablement.keycloak;

import dev.foyer.feature.Setting;
import dev.foyer.keycloak.RealmSettings;
import java.util.List;
import java.util.function.Function;

/** What is kept of the enablement itself. */
public final class EnablementSettings {

    /** Realm attribute: what enabling has added and disabling takes away, the names separated by commas. */
    static final Setting<String> ADDED = Setting.of("foyer.added", "", Function.identity(), Function.identity());

    private EnablementSettings() {}

    public static List<Setting<?>> all() {
        return List.of(RealmSettings.ENABLED, ADDED);
    }
}
