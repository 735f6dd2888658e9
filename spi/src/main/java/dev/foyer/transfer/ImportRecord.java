package dev.foyer.transfer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the file with its members, or one of the members: still text, and where it was read.
 *
 * @param members what stands inside a customer; empty for a member
 */
public record ImportRecord(SourceLocation location, Map<Field, Value> values, List<ImportRecord> members) {

    /** What an object takes in memory besides its characters. */
    private static final int OBJECT = 1 << 6;

    /**
     * A field's text.
     *
     * @param texts one, or those of a list; null if it was not even of the right shape, which the reader has reported
     */
    public record Value(long line, @Nullable List<String> texts) {}

    /** Whether it says which customer is meant. */
    boolean isNumbered() {
        return values.containsKey(Field.NUMBER);
    }

    /** How much work it is: its members, or itself. */
    int rows() {
        return Math.max(1, members.size());
    }

    /** How much memory it takes, about, in characters. */
    int size() {
        int size = OBJECT;
        for (Value value : values.values()) {
            for (String text : Objects.requireNonNullElse(value.texts(), List.<String>of())) {
                size += OBJECT + text.length();
            }
        }
        return size + members.stream().mapToInt(ImportRecord::size).sum();
    }

    /** What it says of itself, in single texts. */
    ImportRecord alone() {
        Map<Field, Value> texts = new EnumMap<>(Field.class);
        values.forEach((field, value) -> {
            if (field.shape() != Field.Shape.LIST) {
                texts.put(field, value);
            }
        });
        return new ImportRecord(location, texts, List.of());
    }

    SourceLocation location(Field field) {
        Value value = values.get(field);
        return location.inside(value == null ? location.line() : value.line(), field.property());
    }

    @Nullable List<String> texts(Field field) {
        Value value = values.get(field);
        return value == null ? null : value.texts();
    }
}
