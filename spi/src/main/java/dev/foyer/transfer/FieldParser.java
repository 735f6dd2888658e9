package dev.foyer.transfer;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the text of one entry into values of the domain. What does not fit becomes a problem and null. */
final class FieldParser {

    private final ImportRecord entry;
    private final Consumer<ImportProblem> problems;
    private boolean sound = true;

    FieldParser(ImportRecord entry, Consumer<ImportProblem> problems) {
        this.entry = entry;
        this.problems = problems;
    }

    /** Whether every field asked for so far was right or absent. */
    boolean isSound() {
        return sound;
    }

    <T> @Nullable T text(Field field, Function<String, T> type) {
        List<T> values = list(field, type);
        return values == null ? null : values.get(0);
    }

    /** Null if the field is absent too. */
    <T> @Nullable List<T> list(Field field, Function<String, T> type) {
        if (!entry.values().containsKey(field)) {
            return null;
        }
        List<String> texts = entry.texts(field);
        if (texts == null) {
            sound = false;
            return null;
        }
        List<T> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            try {
                values.add(type.apply(text));
            } catch (Refusal refusal) {
                refuse(field, refusal);
            }
        }
        return values.size() == texts.size() ? values : null;
    }

    /** One of some words, in whatever case a spreadsheet has put it. */
    <E extends Enum<E>> @Nullable E choice(Field field, Set<E> choices) {
        return text(
                field,
                text -> choices.stream()
                        .filter(choice -> choice.name().equalsIgnoreCase(text.strip()))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(InputReason.VALUE_NOT_ALLOWED, words(choices))));
    }

    @Nullable Boolean flag(Field field) {
        return text(field, text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal(InputReason.FLAG_EXPECTED);
        });
    }

    /** A date and time (ISO 8601), of which whole milliseconds are kept. */
    @Nullable Instant moment(Field field) {
        return text(field, text -> {
            try {
                return Instant.ofEpochMilli(Instant.parse(text.strip()).toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                throw new Refusal(InputReason.MOMENT_EXPECTED);
            }
        });
    }

    /** What must not be absent. */
    void require(Field field) {
        if (!entry.values().containsKey(field)) {
            refuse(field, new Refusal(InputReason.VALUE_MISSING));
        }
    }

    private void refuse(Field field, Refusal refusal) {
        sound = false;
        problems.accept(new ImportProblem(entry.location(field), field, refusal));
    }

    private static <E extends Enum<E>> String words(Set<E> choices) {
        return choices.stream()
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
