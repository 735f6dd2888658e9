package dev.foyer.api;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Location;
import dev.foyer.Refusal.Parameter;
import dev.foyer.Refusal.Pointer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a request says into values of the domain. What does not fit is refused with its location. */
public final class RequestValues {

    private RequestValues() {}

    /** A member of the body that must not be missing. */
    public static <T> T required(String member, @Nullable String text, Function<String, T> type) {
        Pointer location = new Pointer("/" + member);
        if (text == null) {
            throw new Refusal(InputReason.VALUE_MISSING).at(location);
        }
        return read(location, text, type);
    }

    /** A member of the body; null if it is missing. */
    public static <T> @Nullable T optional(String member, @Nullable String text, Function<String, T> type) {
        return text == null ? null : read(new Pointer("/" + member), text, type);
    }

    /** A query parameter; null if it is missing. */
    public static <T> @Nullable T parameter(String name, @Nullable String text, Function<String, T> type) {
        return text == null ? null : read(new Parameter(name), text, type);
    }

    /** A query parameter that must not be missing. */
    public static <T> T requiredParameter(String name, @Nullable String text, Function<String, T> type) {
        Parameter location = new Parameter(name);
        if (text == null) {
            throw new Refusal(InputReason.VALUE_MISSING).at(location);
        }
        return read(location, text, type);
    }

    /** One of some words. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> choices) {
        return text -> Arrays.stream(choices.getEnumConstants())
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        InputReason.VALUE_NOT_ALLOWED,
                        Arrays.stream(choices.getEnumConstants())
                                .map(RequestValues::word)
                                .collect(Collectors.joining(", "))));
    }

    /** {@code true} or {@code false}. */
    public static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal(InputReason.FLAG_EXPECTED);
        };
    }

    /** A whole number in a range. */
    public static Function<String, Integer> number(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                if (number < least || number > most) {
                    throw new Refusal(InputReason.OUT_OF_RANGE, least, most);
                }
                return number;
            } catch (NumberFormatException e) {
                throw new Refusal(InputReason.NUMBER_EXPECTED);
            }
        };
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T read(Location location, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (Refusal refusal) {
            throw refusal.at(location);
        }
    }
}
