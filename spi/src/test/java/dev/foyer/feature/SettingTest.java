package dev.foyer.feature;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.customer.AccountNumberPattern;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    static final List<Setting<?>> ALL = Features.installed().settings();

    @ParameterizedTest
    @FieldSource("ALL")
    void whatHoldsUnlessItIsSetCanBeSet(Setting<?> setting) {
        assertThat(setting.check(setting.byDefault())).isEqualTo(setting.byDefault());
    }

    /** Whatever somebody has typed into a realm's attributes: sign-ins, registrations and invitations read them. */
    @ParameterizedTest
    @FieldSource("ALL")
    void noTextEndsInAnError(Setting<?> setting) {
        for (String typed : List.of(
                "",
                " ",
                "2 ",
                "gold",
                "7 days",
                "604800.0",
                "5/day",
                "C-{5}",
                "{}",
                "-1",
                "NaN",
                "\u0000",
                "\n",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999",
                "{99 digits}",
                "x".repeat(5000))) {
            assertThat(setting.find(typed, () -> "shop"))
                    .as(typed)
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(setting.check(typed)).isEqualTo(typed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 ", "gold", "", "0", "10001", "9223372036854775807", "2.0"})
    void aLevelThatIsNoneIsTheDefault(String typed) {
        Setting<?> level = named("foyer.second-factor-level");

        assertThat(level.find(typed, () -> "shop")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "foyer.invitation-seconds, 315360001",
        "foyer.staff-entry-seconds, 3601",
        "foyer.staff-entry-seconds, -1"
    })
    void absurdLengthsAreOutOfRange(String name, String seconds) {
        assertRefused(InputReason.OUT_OF_RANGE, () -> named(name).check(seconds));
    }

    @Test
    void aPatternWithoutDigitsIsTheDefault() {
        assertThat(named("foyer.account-id-pattern").find("", () -> "shop")).isEmpty();
        assertThat(named("foyer.account-id-pattern").check("K-{4 digits}/x")).isEqualTo("K-{4 digits}/x");
        assertThat(AccountNumberPattern.parse(AccountNumberPattern.DEFAULT.notation()))
                .isEqualTo(AccountNumberPattern.DEFAULT);
    }

    @Test
    void aFlagIsReadInAnyCaseAndKeptInOne() {
        assertThat(Setting.flag("foyer.x", false).check("TRUE")).isEqualTo("true");
        assertRefused(
                InputReason.FLAG_EXPECTED, () -> Setting.flag("foyer.x", false).check("yes"));
    }

    @Test
    void aWordIsOneOfAFew() {
        Setting<String> word = Setting.word("foyer.x", "one", "two");

        assertThat(word.check("two")).isEqualTo("two");
        assertRefused(InputReason.VALUE_NOT_ALLOWED, () -> word.check("three"));
    }

    @Test
    void lengthsAreInSeconds() {
        Setting<Duration> length = Setting.seconds("foyer.x", Duration.ofDays(7), Duration.ofDays(8));

        assertThat(length.byDefault()).isEqualTo("604800");
        assertThat(length.find("60", () -> "shop")).contains(Duration.ofMinutes(1));
    }

    /** A setting is read with each request. */
    @Test
    void whatMakesNoSenseIsToldOnce() {
        assertThat(WrongSettings.report("shop", "foyer.told-once", "gold")).isTrue();
        assertThat(WrongSettings.report("shop", "foyer.told-once", "gold")).isFalse();
        assertThat(WrongSettings.report("shop", "foyer.told-once", "silver")).isTrue();
        assertThat(WrongSettings.report("shop2", "foyer.told-once", "gold")).isTrue();
    }

    @Test
    void noTwoSettingsHaveOneName() {
        assertThat(ALL).extracting(Setting::name).doesNotHaveDuplicates().allMatch(name -> name.length() <= 64);
        assertThat(Set.copyOf(ALL.stream().map(Setting::member).toList())).contains("staffEntrySeconds", "revocation");
    }

    private static Setting<?> named(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
