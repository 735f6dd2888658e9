package dev.foyer.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.feature.Features;
import dev.foyer.feature.Setting;
import dev.foyer.representation.CustomerAccountsSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

    private static final CustomerAccountsSettings NONE =
            new CustomerAccountsSettings(null, null, null, null, null, null, null, null, null, null);

    /** The switch, and what it has added, are members of their own. */
    @Test
    void everySettingOfAFeatureHasAMember() {
        assertThat(Arrays.stream(CustomerAccountsSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(Features.installed().settings().stream()
                        .map(Setting::member)
                        .filter(member -> !List.of("enabled", "added").contains(member))
                        .toList());
    }

    @Test
    void whatIsLeftOutIsTheDefault() {
        Map<String, String> texts = SettingsForm.texts(NONE);

        assertThat(texts)
                .hasSize(CustomerAccountsSettings.class.getRecordComponents().length)
                .containsEntry("foyer.staff-entry-seconds", "3600")
                .containsEntry("foyer.revocation", "account");
        assertThat(SettingsForm.representation(defaults()))
                .isEqualTo(new CustomerAccountsSettings(
                        "C-{5 digits}", false, 3600L, 2L, "account", 604_800L, 250L, 500L, 5L, 31_536_000L));
    }

    @Test
    void whatDoesNotFitIsRefusedByItsPlace() {
        var wrong = new CustomerAccountsSettings(null, null, null, null, null, -1L, null, null, null, null);

        assertThatThrownBy(() -> SettingsForm.texts(wrong))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.location()).isEqualTo(new Pointer("/settings/invitationSeconds")));
    }

    private static Map<String, String> defaults() {
        return Features.installed().settings().stream().collect(Collectors.toMap(Setting::name, Setting::byDefault));
    }
}
