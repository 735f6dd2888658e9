package dev.foyer.feature;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * One thing that a realm or client can set: its name, its type with its bounds, and what holds unless it is set. It is kept
 * as a text, in an attribute of its name. A text that is none of the type counts as not set, and is logged once: whatever
 * somebody has mistyped, nobody's sign-in ends by it.
 */
public final class Setting<T> {
    private static final String PREFIX = "foyer.";
    private static final Pattern HYPHENED = Pattern.compile("-(.)");

    private final String name;
    private final T byDefault;
    private final Function<String, T> type;
    private final Function<T, String> text;

    private Setting(String name, T byDefault, Function<String, T> type, Function<T, String> text) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException(name);
        }
        this.name = name;
        this.byDefault = byDefault;
        this.type = type;
        this.text = text;
    }

    /**
     * One of any type.
     *
     * @param type reads a text, or throws a {@link Refusal}
     * @param text what is read as the same value
     */
    public static <T> Setting<T> of(String name, T byDefault, Function<String, T> type, Function<T, String> text) {
        return new Setting<>(name, byDefault, type, text);
    }

    /** Something that is on or off; in any case, as Keycloak reads its own. */
    public static Setting<Boolean> flag(String name, boolean byDefault) {
        return of(
                name,
                byDefault,
                given -> switch (given.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new Refusal(InputReason.FLAG_EXPECTED);
                },
                String::valueOf);
    }

    /** A whole number between two others, both included. */
    public static Setting<Integer> number(String name, int byDefault, int least, int most) {
        return of(name, byDefault, given -> (int) number(given, least, most), String::valueOf);
    }

    /** A length of time in whole seconds. */
    public static Setting<Duration> seconds(String name, Duration byDefault, Duration longest) {
        return of(
                name,
                byDefault,
                given -> Duration.ofSeconds(number(given, 0, longest.toSeconds())),
                length -> String.valueOf(length.toSeconds()));
    }

    /** One of a few words. */
    public static Setting<String> word(String name, String byDefault, String... others) {
        List<String> words = new ArrayList<>(List.of(byDefault));
        words.addAll(Arrays.asList(others));
        return of(
                name,
                byDefault,
                given -> words.stream()
                        .filter(given::equals)
                        .findFirst()
                        .orElseThrow(() -> new Refusal(InputReason.VALUE_NOT_ALLOWED, String.join(", ", words))),
                Function.identity());
    }

    /** One of the constants of an enum, in any case. */
    public static <E extends Enum<E>> Setting<E> constant(String name, E byDefault) {
        List<E> constants = List.of(byDefault.getDeclaringClass().getEnumConstants());
        return of(
                name,
                byDefault,
                given -> constants.stream()
                        .filter(constant -> constant.name().equalsIgnoreCase(given))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(
                                InputReason.VALUE_NOT_ALLOWED,
                                constants.stream().map(Setting::word).collect(Collectors.joining(", ")))),
                Setting::word);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The attribute. */
    public String name() {
        return name;
    }

    /** What it is called in JSON: {@code staffEntry} for {@code foyer.staff-entry}. */
    public String member() {
        return HYPHENED.matcher(name.substring(PREFIX.length()))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** What holds unless it is set. */
    public String byDefault() {
        return text.apply(byDefault);
    }

    /**
     * Checks a text before it is kept.
     *
     * @return the one text that stands for its value
     * @throws Refusal saying what it has to be
     */
    public String check(String given) {
        return text.apply(type.apply(given));
    }

    /** What holds in a realm. */
    public T of(RealmModel realm) {
        return find(realm.getAttribute(name), realm::getName).orElse(byDefault);
    }

    /** The one text that stands for a value. */
    public String text(T value) {
        return text.apply(value);
    }

    /**
     * What an attribute says.
     *
     * @param given null where there is none
     * @param owner names whose it is, for the log
     * @return empty where there is none, or none that makes sense
     */
    public Optional<T> find(@Nullable String given, Supplier<String> owner) {
        if (given == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.apply(given));
        } catch (Refusal wrong) {
            WrongSettings.report(owner.get(), name, given);
            return Optional.empty();
        }
    }

    private static long number(String given, long least, long most) {
        try {
            long number = Long.parseLong(given);
            if (number < least || number > most) {
                throw new Refusal(InputReason.OUT_OF_RANGE, least, most);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Refusal(InputReason.NUMBER_EXPECTED);
        }
    }
}
