package dev.foyer.enablement.keycloak;

import dev.foyer.enablement.StoredSettings;
import dev.foyer.feature.Setting;
import dev.foyer.keycloak.RealmSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * What one realm has set for customer accounts. It is kept in a table, as whoever writes a realm as a whole replaces its
 * attributes; they mirror it, for Keycloak has them at hand where the table would have to be asked. Attributes count as long
 * as nothing has been kept: they come with the file that a realm is made of.
 */
public final class KeptSettings {
    private static final Logger LOG = Logger.getLogger(KeptSettings.class);

    private final RealmModel realm;
    private final StoredSettings stored;
    private final List<Setting<?>> settings;

    /** @param settings all that there are */
    KeptSettings(RealmModel realm, StoredSettings stored, List<Setting<?>> settings) {
        this.realm = realm;
        this.stored = stored;
        this.settings = List.copyOf(settings);
    }

    /**
     * Keeps these, and the others as they are.
     *
     * @param changes texts by the names of the settings; what holds anyway is kept as not set
     * @return whether anything is otherwise than before
     * @throws dev.foyer.Refusal saying what a text has to be, or {@code SETTINGS_CHANGED} where others do the same
     */
    public boolean keep(Map<String, String> changes) {
        Map<String, String> before = stored.lock();
        Map<String, String> after = new HashMap<>(before.isEmpty() ? said() : before);
        for (Setting<?> setting : settings) {
            String given = changes.get(setting.name());
            if (given != null) {
                after.put(setting.name(), setting.check(given));
            }
        }
        return write(before, after);
    }

    /**
     * Puts the attributes back as they are kept; where nothing has been kept, keeps what they say.
     *
     * @return whether they are now kept for the first time
     */
    public boolean restore() {
        Map<String, String> kept = stored.lock();
        if (!kept.isEmpty()) {
            if (mirror(kept)) {
                LOG.infof(
                        "Realm %s: its settings for customer accounts stay as they were; they are not changed with the realm,"
                                + " but at .../customer-accounts",
                        realm.getName());
            }
            return false;
        }
        return settings.stream().anyMatch(setting -> realm.getAttribute(setting.name()) != null) && write(kept, said());
    }

    /** What holds, the defaults included: texts by the names of the settings. */
    public Map<String, String> all() {
        Map<String, String> kept = stored.read();
        Function<String, @Nullable String> source = kept.isEmpty() ? realm::getAttribute : kept::get;
        return settings.stream()
                .collect(Collectors.toMap(
                        Setting::name,
                        setting -> read(setting, source.apply(setting.name())).orElseGet(setting::byDefault)));
    }

    /** Whether the attributes say what is kept. */
    boolean isMirrored() {
        Map<String, String> kept = stored.read();
        return kept.isEmpty() || settings.stream().noneMatch(setting -> differs(setting, kept));
    }

    private boolean write(Map<String, String> before, Map<String, String> after) {
        for (Setting<?> setting : settings) {
            // That there are none is told from none being kept by the switch.
            if (setting != RealmSettings.ENABLED) {
                after.remove(setting.name(), setting.byDefault());
            }
        }
        after.putIfAbsent(RealmSettings.ENABLED.name(), RealmSettings.ENABLED.byDefault());
        mirror(after);
        if (after.equals(before)) {
            return false;
        }
        stored.write(after);
        return true;
    }

    /** What the attributes say and is worth keeping. */
    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        settings.forEach(setting ->
                read(setting, realm.getAttribute(setting.name())).ifPresent(text -> said.put(setting.name(), text)));
        return said;
    }

    private <T> Optional<String> read(Setting<T> setting, @Nullable String text) {
        return setting.find(text, realm::getName).map(setting::text);
    }

    private boolean mirror(Map<String, String> kept) {
        boolean changed = false;
        for (Setting<?> setting : settings) {
            if (differs(setting, kept)) {
                set(setting.name(), mirrored(setting, kept));
                changed = true;
            }
        }
        return changed;
    }

    private boolean differs(Setting<?> setting, Map<String, String> kept) {
        return !Objects.equals(realm.getAttribute(setting.name()), mirrored(setting, kept));
    }

    private static @Nullable String mirrored(Setting<?> setting, Map<String, String> kept) {
        String text = kept.get(setting.name());
        return setting.byDefault().equals(text) ? null : text;
    }

    private void set(String attribute, @Nullable String value) {
        if (value == null) {
            realm.removeAttribute(attribute);
        } else {
            realm.setAttribute(attribute, value);
        }
    }
}
