package dev.foyer.text;

import dev.foyer.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its one normal form, so that two addresses are the same person exactly when they are equal: NFC,
 * lower case by the root locale (as Keycloak stores a user's), and nothing folded further: {@code a+b@x.it} and
 * {@code ab@x.it} are two addresses.
 *
 * @param value at most {@value #MAX_LENGTH} characters (RFC 5321, section 4.5.3.1.3, less the brackets)
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]+@[^\\s@<>\"(),:;\\\\\\[\\]]+");

    /** @throws Refusal if the text can not be an address, is too long or holds a forbidden character */
    public EmailAddress {
        value = PlainText.clean(value, MAX_LENGTH).toLowerCase(Locale.ROOT);
        // In lower case some letters are two: the dotted capital I.
        PlainText.requireLength(value, MAX_LENGTH);
        if (!SHAPE.matcher(value).matches()) {
            throw new Refusal(TextReason.EMAIL_INVALID);
        }
    }

    /** The address that a text is, if it is one. */
    public static Optional<EmailAddress> parse(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (Refusal noAddress) {
            return Optional.empty();
        }
    }

    /** Enough for its owner to know it and for nobody else to write to it: {@code a***@acme.it}. */
    public String masked() {
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "***" + value.substring(value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
