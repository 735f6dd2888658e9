package dev.foyer.text;

import dev.foyer.Refusal;
import java.util.Locale;

/**
 * The name by which a user signs in, in lower case as Keycloak keeps it.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, clean as a {@link Name}
 */
public record Username(String value) {

    public static final int MAX_LENGTH = 255;

    /** @throws Refusal if the text is empty, too long or holds a forbidden character */
    public Username {
        value = PlainText.clean(value, MAX_LENGTH).toLowerCase(Locale.ROOT);
        // In lower case some letters are two: the dotted capital I.
        PlainText.requireLength(value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
