package dev.foyer.text;

import dev.foyer.Refusal;
import java.text.Normalizer;

/** The rules for one line of text that is shown to other people, in pages, mails and tokens. */
final class PlainText {

    private PlainText() {}

    /**
     * The text in Unicode normal form NFC (UAX 15), without space at its ends.
     *
     * @throws Refusal {@code TEXT_EMPTY}, {@code TEXT_TOO_LONG}, or {@code TEXT_FORBIDDEN_CHARACTER} for what can hide or
     *     reorder the rest of a line: controls and line breaks, formats (bidirectional marks, zero-width characters),
     *     private use and lone surrogates
     */
    static String clean(String text, int maxLength) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        requireLength(clean, maxLength);
        clean.codePoints().filter(PlainText::isForbidden).findFirst().ifPresent(codePoint -> {
            throw forbidden(codePoint);
        });
        return clean;
    }

    /** What is left of a text by other rules when all that these forbid is taken away, too much at its end included. */
    static String nearest(String text, int maxLength) {
        String allowed = Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> !isForbidden(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return cut(allowed.strip(), maxLength).strip();
    }

    /** The beginning of a text, never half a character. */
    static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        boolean inside = Character.isHighSurrogate(text.charAt(maxLength - 1));
        return text.substring(0, inside ? maxLength - 1 : maxLength);
    }

    /** Names the character in a form that can be shown. */
    static Refusal forbidden(int codePoint) {
        return new Refusal(TextReason.TEXT_FORBIDDEN_CHARACTER, String.format("U+%04X", codePoint));
    }

    /** @throws Refusal {@code TEXT_EMPTY} or {@code TEXT_TOO_LONG} */
    static void requireLength(String text, int maxLength) {
        if (text.isEmpty()) {
            throw new Refusal(TextReason.TEXT_EMPTY);
        }
        if (text.length() > maxLength) {
            throw new Refusal(TextReason.TEXT_TOO_LONG, maxLength);
        }
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
