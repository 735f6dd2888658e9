package dev.foyer.text;

import dev.foyer.Refusal;
import java.util.Optional;

/**
 * The name of a customer, a contact type or a person, as it is shown. Not unique by itself.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters in NFC, free of control, bidirectional and zero-width characters
 */
public record Name(String value) implements Comparable<Name> {

    public static final int MAX_LENGTH = 200;

    /** @throws Refusal if the text is empty, too long, or holds a character that could deceive its reader */
    public Name {
        value = PlainText.clean(value, MAX_LENGTH);
    }

    /** The name that a text is, if it is one. */
    public static Optional<Name> parse(String text) {
        try {
            return Optional.of(new Name(text));
        } catch (Refusal noName) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Name other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
