package dev.foyer.text;

import dev.foyer.Refusal;
import java.util.stream.Collectors;

/**
 * What one person writes to another: plain text in lines.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters in NFC; of controls, line feeds alone
 */
public record Message(String value) {

    public static final int MAX_LENGTH = 500;

    /** @throws Refusal if the text is empty, too long, or holds a character that could deceive its reader */
    public Message {
        value = value.strip()
                .lines()
                .map(line -> line.isBlank() ? "" : PlainText.clean(line, MAX_LENGTH))
                .collect(Collectors.joining("\n"));
        PlainText.requireLength(value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
