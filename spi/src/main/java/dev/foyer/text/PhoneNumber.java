package dev.foyer.text;

import dev.foyer.Refusal;

/**
 * A telephone number as its owner writes it; nothing dials it.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, clean as a {@link Name}
 */
public record PhoneNumber(String value) {

    public static final int MAX_LENGTH = 50;

    /** @throws Refusal if the text is empty, too long or holds a forbidden character */
    public PhoneNumber {
        value = PlainText.clean(value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
