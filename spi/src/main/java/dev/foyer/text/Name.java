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

    /**
     * The nearest name to a text that goes by other rules, such as what Keycloak calls a user: without what a name does not
     * allow, and no longer. Empty if nothing is left.
     */
    public static Optional<Name> nearest(String text) {
        String nearest = PlainText.nearest(text, MAX_LENGTH);
        return nearest.isEmpty() ? Optional.empty() : Optional.of(new Name(nearest));
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
