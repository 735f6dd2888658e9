package dev.foyer.customer;

import dev.foyer.Refusal;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a realm makes account IDs, such as {@code C-{5 digits}}. Random rather than counted: a number then tells nobody how
 * many customers there are, and two openings at once do not wait for each other.
 *
 * @param prefix the text before the digits
 * @param digits how many digits, 1 to 18
 * @param suffix the text after the digits
 */
public record AccountNumberPattern(String prefix, int digits, String suffix) {

    /** What a realm uses that says nothing else. */
    public static final AccountNumberPattern DEFAULT = new AccountNumberPattern("C-", 5, "");

    private static final Pattern NOTATION = Pattern.compile("([^{}]*)\\{(\\d{1,2}) digits}([^{}]*)");
    private static final int MAX_DIGITS = 18;
    private static final int TRIES_PER_WIDTH = 4;

    /** @throws Refusal {@code ACCOUNT_ID_PATTERN_INVALID} if no account ID could come out of it */
    public AccountNumberPattern {
        if (digits < 1 || digits > MAX_DIGITS || !AccountNumber.isValid(prefix + "0".repeat(MAX_DIGITS) + suffix)) {
            throw new Refusal(CustomerReason.ACCOUNT_ID_PATTERN_INVALID);
        }
    }

    /** @throws Refusal {@code ACCOUNT_ID_PATTERN_INVALID} if the text is not of the form {@code PREFIX{N digits}SUFFIX} */
    public static AccountNumberPattern parse(String notation) {
        Matcher matcher = NOTATION.matcher(notation);
        if (!matcher.matches()) {
            throw new Refusal(CustomerReason.ACCOUNT_ID_PATTERN_INVALID);
        }
        return new AccountNumberPattern(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
    }

    /** What {@link #parse} takes. */
    public String notation() {
        return prefix + "{" + digits + " digits}" + suffix;
    }

    /** A proposal; after some attempts at one width it grows by a digit, so that a full range never ends the search. */
    AccountNumber proposal(int attempt, RandomGenerator random) {
        int width = Math.min(digits + attempt / TRIES_PER_WIDTH, MAX_DIGITS);
        long number = random.nextLong((long) Math.pow(10, width));
        String padded = String.format(Locale.ROOT, "%0" + width + "d", number);
        return new AccountNumber(prefix + padded + suffix);
    }
}
