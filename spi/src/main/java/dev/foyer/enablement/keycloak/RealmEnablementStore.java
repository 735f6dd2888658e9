package dev.foyer.enablement.keycloak;

import dev.foyer.enablement.EnablementStore;
import dev.foyer.keycloak.RealmSettings;
import java.util.List;
import org.keycloak.models.RealmModel;

/** {@link EnablementStore} in the attributes of a realm. */
record RealmEnablementStore(RealmModel realm) implements EnablementStore {

    /** Realm attribute: what enabling has added and disabling takes away, the names separated by commas. */
    private static final String ADDED = "foyer.added";

    private static final String SEPARATOR = ",";

    @Override
    public boolean isEnabled() {
        return new RealmSettings(realm).isEnabled();
    }

    @Override
    public void setEnabled(boolean on) {
        keep(RealmSettings.ENABLED, on ? String.valueOf(true) : "");
    }

    @Override
    public List<String> added() {
        String names = realm.getAttribute(ADDED);
        return names == null ? List.of() : List.of(names.split(SEPARATOR));
    }

    @Override
    public void keepAdded(List<String> added) {
        keep(ADDED, String.join(SEPARATOR, added));
    }

    private void keep(String attribute, String value) {
        if (value.isEmpty()) {
            realm.removeAttribute(attribute);
        } else {
            realm.setAttribute(attribute, value);
        }
    }
}
