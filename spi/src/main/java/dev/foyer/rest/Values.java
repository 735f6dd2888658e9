package dev.foyer.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import dev.foyer.Refusal.Place;
import dev.foyer.Refusal.Pointer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what a request says into values of the domain. What does not fit is refused with its place. */
public final class Values {

    private Values() {}

    /** A member of the body that must not be missing. */
    public static <T> T required(String member, @Nullable String text, Function<String, T> type) {
        Pointer place = new Pointer("/" + member);
        if (text == null) {
            throw new Refusal(Reason.VALUE_MISSING).at(place);
        }
        return read(place, text, type);
    }

    /** A member of the body; null if it is missing. */
    public static <T> @Nullable T optional(String member, @Nullable String text, Function<String, T> type) {
        return text == null ? null : read(new Pointer("/" + member), text, type);
    }

    /** The members of a list in the body; none if it is missing. */
    public static <T> List<T> list(String member, @Nullable List<String> texts, Function<String, T> type) {
        if (texts == null) {
            return List.of();
        }
        return IntStream.range(0, texts.size())
                .mapToObj(i -> required(member + "/" + i, texts.get(i), type))
                .toList();
    }

    /** A query parameter; null if it is missing. */
    public static <T> @Nullable T parameter(String name, @Nullable String text, Function<String, T> type) {
        return text == null ? null : read(new Parameter(name), text, type);
    }

    /** A query parameter that must not be missing. */
    public static <T> T requiredParameter(String name, @Nullable String text, Function<String, T> type) {
        Parameter place = new Parameter(name);
        if (text == null) {
            throw new Refusal(Reason.VALUE_MISSING).at(place);
        }
        return read(place, text, type);
    }

    /** One of some words. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> choices) {
        return text -> Arrays.stream(choices.getEnumConstants())
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Reason.VALUE_NOT_ALLOWED,
                        Arrays.stream(choices.getEnumConstants())
                                .map(Values::word)
                                .collect(Collectors.joining(", "))));
    }

    /** {@code true} or {@code false}. */
    public static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal(Reason.FLAG_EXPECTED);
        };
    }

    /** A whole number in a range. */
    public static Function<String, Integer> number(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                if (number < least || number > most) {
                    throw new Refusal(Reason.OUT_OF_RANGE, least, most);
                }
                return number;
            } catch (NumberFormatException e) {
                throw new Refusal(Reason.NUMBER_EXPECTED);
            }
        };
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T read(Place place, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (Refusal refusal) {
            throw refusal.at(place);
        }
    }
}
