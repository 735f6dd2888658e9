package dev.foyer.api.admin;

import static java.util.Objects.requireNonNull;

import dev.foyer.Refusal;
import dev.foyer.api.RequestValues;
import dev.foyer.feature.Features;
import dev.foyer.feature.Setting;
import dev.foyer.representation.CustomerAccountsSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a realm as they travel: a member for each, with a type of its own, where they are kept as texts. */
final class SettingsForm {

    private static final RecordComponent[] MEMBERS = CustomerAccountsSettings.class.getRecordComponents();

    private SettingsForm() {}

    /**
     * The texts by the names of the settings, those that hold by default included.
     *
     * @throws Refusal naming the member that does not fit
     */
    static Map<String, String> texts(CustomerAccountsSettings given) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent member : MEMBERS) {
            Setting<?> setting = setting(member);
            Object value = value(member, given);
            String text = RequestValues.optional(
                    "settings/" + member.getName(), value == null ? null : value.toString(), setting::check);
            texts.put(setting.name(), text == null ? setting.byDefault() : text);
        }
        return texts;
    }

    /** @param texts what holds, by the names of the settings */
    static CustomerAccountsSettings representation(Map<String, String> texts) {
        Object[] values = Arrays.stream(MEMBERS)
                .map(member -> typed(
                        member.getType(),
                        requireNonNull(texts.get(setting(member).name()))))
                .toArray();
        Class<?>[] types = Arrays.stream(MEMBERS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return CustomerAccountsSettings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A member is called as its setting, without the prefix of all. */
    private static Setting<?> setting(RecordComponent member) {
        return Features.installed().settings().stream()
                .filter(setting -> setting.member().equals(member.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No setting is called " + member.getName()));
    }

    private static @Nullable Object value(RecordComponent member, CustomerAccountsSettings given) {
        try {
            return member.getAccessor().invoke(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object typed(Class<?> type, String text) {
        if (type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        return type == Long.class ? Long.valueOf(text) : text;
    }
}
