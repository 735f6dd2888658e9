package dev.foyer.text;

import dev.foyer.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which something is found, whatever case and accents they are typed with. A search finds what has, for each
 * of its words, a term that begins with it.
 */
public final class SearchTerms {

    /** How long the longest term is. */
    public static final int MAX_LENGTH = EmailAddress.MAX_LENGTH;

    /** How short a searched word may be: one letter would find everything. */
    static final int MIN_WORD = 2;

    private static final int MAX_WORDS = 5;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> terms = new LinkedHashSet<>();

    /** Adds the words of a text as they stand, {@code s.p.a.}, and the parts of those that have any. */
    public SearchTerms text(String text) {
        for (String word : words(text)) {
            terms.add(word);
            Arrays.stream(NO_LETTERS.split(word))
                    .filter(part -> part.length() >= MIN_WORD)
                    .forEach(terms::add);
        }
        return this;
    }

    /** Adds an address and its domain. */
    public SearchTerms email(EmailAddress email) {
        String address = fold(email.value());
        terms.add(address);
        terms.add(address.substring(address.indexOf('@') + 1));
        return this;
    }

    public Set<String> asSet() {
        return Set.copyOf(terms);
    }

    /**
     * The words of a search; further ones than {@value #MAX_WORDS} do not count, nor do single letters.
     *
     * @throws Refusal {@code SEARCH_TOO_SHORT} if no word is left
     */
    public static List<String> wanted(String search) {
        List<String> wanted = words(search).stream()
                .filter(word -> word.length() >= MIN_WORD)
                .distinct()
                .limit(MAX_WORDS)
                .toList();
        if (wanted.isEmpty()) {
            throw new Refusal(TextReason.SEARCH_TOO_SHORT, MIN_WORD);
        }
        return wanted;
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(fold(text).strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return PlainText.cut(bare, MAX_LENGTH);
    }
}
