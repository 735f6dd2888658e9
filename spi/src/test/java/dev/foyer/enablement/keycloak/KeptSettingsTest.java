package dev.foyer.enablement.keycloak;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.enablement.StoredSettings;
import dev.foyer.feature.Setting;
import dev.foyer.keycloak.RealmSettings;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

class KeptSettingsTest {
    private static final Setting<Integer> LEVEL = Setting.number("foyer.level", 2, 1, 9);

    private final Map<String, String> attributes = new HashMap<>();
    private final Stored stored = new Stored();
    private final KeptSettings settings =
            new KeptSettings(realm(), stored, List.of(RealmSettings.ENABLED, EnablementSettings.ADDED, LEVEL));

    @Test
    void whatIsKeptStandsInTheAttributes() {
        assertThat(settings.keep(Map.of("foyer.enabled", "true", "foyer.level", "3")))
                .isTrue();

        assertThat(attributes).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "3"));
        assertThat(stored.rows).isEqualTo(attributes);
    }

    /** By Keycloak's settings page as it was when it was opened, by Terraform, by any script that sends one attribute. */
    @Test
    void whoeverWritesTheRealmAsAWholeChangesNothing() {
        settings.keep(Map.of("foyer.enabled", "true", "foyer.level", "3"));
        attributes.clear();
        attributes.putAll(Map.of("foyer.level", "2", "theirs", "stays"));
        assertThat(settings.isMirrored()).isFalse();

        assertThat(settings.restore()).isFalse();

        assertThat(attributes).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "3", "theirs", "stays"));
        assertThat(settings.isMirrored()).isTrue();
    }

    @Test
    void theFileThatARealmIsMadeOfBringsSettings() {
        attributes.putAll(Map.of("foyer.enabled", "TRUE", "foyer.level", "4"));

        assertThat(settings.restore()).isTrue();

        assertThat(stored.rows).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "4"));
        assertThat(settings.restore()).isFalse();
    }

    @Test
    void aRealmThatKnowsNothingOfCustomerAccountsHasNoRow() {
        attributes.put("theirs", "stays");

        assertThat(settings.restore()).isFalse();

        assertThat(stored.rows).isEmpty();
        assertThat(attributes).containsOnlyKeys("theirs");
    }

    @Test
    void whatMakesNoSenseInAFileIsNotKept() {
        attributes.putAll(Map.of("foyer.enabled", "true", "foyer.level", "2 "));

        settings.restore();

        assertThat(stored.rows).isEqualTo(Map.of("foyer.enabled", "true"));
        assertThat(attributes).isEqualTo(Map.of("foyer.enabled", "true"));
    }

    /** By another version, or by hand in the database. */
    @Test
    void whatMakesNoSenseInTheTableIsTheDefault() {
        stored.rows = Map.of("foyer.enabled", "true", "foyer.level", "gold");
        settings.restore();

        assertThat(settings.all()).containsEntry("foyer.level", "2");
        assertThat(LEVEL.of(realm())).isEqualTo(2);
        assertThat(settings.keep(Map.of("foyer.level", "3"))).isTrue();
        assertThat(settings.all()).containsEntry("foyer.level", "3");
    }

    @Test
    void whatIsSetIsCheckedBeforeItIsKept() {
        assertRefused(InputReason.OUT_OF_RANGE, () -> settings.keep(Map.of("foyer.level", "10")));

        assertThat(stored.rows).isEmpty();
        assertThat(attributes).isEmpty();
    }

    /** Else the next write of the realm as it was would switch it on again. */
    @Test
    void thatItIsSwitchedOffIsKeptToo() {
        settings.keep(Map.of("foyer.enabled", "true"));
        settings.keep(Map.of("foyer.enabled", "false"));
        assertThat(attributes).isEmpty();
        attributes.put("foyer.enabled", "true");

        settings.restore();

        assertThat(attributes).isEmpty();
    }

    @Test
    void theFirstChangeKeepsWhatTheAttributesSaidAsWell() {
        attributes.put("foyer.enabled", "true");

        settings.keep(Map.of("foyer.level", "3"));

        assertThat(stored.rows).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "3"));
    }

    @Test
    void whatHoldsAnywayIsNoChange() {
        settings.keep(Map.of("foyer.enabled", "true"));

        assertThat(settings.keep(Map.of("foyer.enabled", "true", "foyer.level", "2")))
                .isFalse();

        assertThat(settings.all()).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "2", "foyer.added", ""));
        assertThat(attributes).containsOnlyKeys("foyer.enabled");
    }

    private RealmModel realm() {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(), new Class<?>[] {RealmModel.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "getAttribute" -> {
                            return attributes.get(String.valueOf(arguments[0]));
                        }
                        case "setAttribute" ->
                            attributes.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                        case "removeAttribute" -> attributes.remove(String.valueOf(arguments[0]));
                        case "getName" -> {
                            return "shop";
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return (@Nullable Object) null;
                });
    }

    private static final class Stored implements StoredSettings {
        private Map<String, String> rows = Map.of();

        @Override
        public Map<String, String> read() {
            return rows;
        }

        @Override
        public Map<String, String> lock() {
            return rows;
        }

        @Override
        public void write(Map<String, String> settings) {
            rows = Map.copyOf(settings);
        }
    }
}
