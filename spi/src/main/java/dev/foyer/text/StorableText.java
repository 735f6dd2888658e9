package dev.foyer.text;

import dev.foyer.Refusal;

/**
 * Text that every database and every encoding can hold, whatever it means: Unicode without surrogates that stand alone, which no
 * UTF-8 has a form for (RFC 3629, section 3), and without the character NUL, which PostgreSQL has no place for.
 */
public final class StorableText {

    private StorableText() {}

    /** Whether a text is such. What is not, is nobody's name, id or word: it need not be looked for. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    /** @throws Refusal {@code TEXT_FORBIDDEN_CHARACTER} for a text that is not such */
    public static String require(String text) {
        text.codePoints()
                .filter(codePoint -> !isStorable(codePoint))
                .findFirst()
                .ifPresent(codePoint -> {
                    throw PlainText.forbidden(codePoint);
                });
        return text;
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
