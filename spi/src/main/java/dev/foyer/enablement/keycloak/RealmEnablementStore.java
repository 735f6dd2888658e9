package dev.foyer.enablement.keycloak;

import dev.foyer.enablement.EnablementStore;
import dev.foyer.keycloak.RealmSettings;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;

/** {@link EnablementStore} among the settings of a realm. */
record RealmEnablementStore(RealmModel realm, KeptSettings settings) implements EnablementStore {

    private static final String SEPARATOR = ",";

    @Override
    public boolean isEnabled() {
        return RealmSettings.ENABLED.of(realm);
    }

    @Override
    public void setEnabled(boolean on) {
        settings.keep(Map.of(RealmSettings.ENABLED.name(), String.valueOf(on)));
    }

    @Override
    public List<String> added() {
        String names = settings.all().getOrDefault(EnablementSettings.ADDED.name(), "");
        return names.isEmpty() ? List.of() : List.of(names.split(SEPARATOR));
    }

    @Override
    public void keepAdded(List<String> added) {
        settings.keep(Map.of(EnablementSettings.ADDED.name(), String.join(SEPARATOR, added)));
    }
}
