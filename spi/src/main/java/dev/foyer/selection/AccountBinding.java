package dev.foyer.selection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account that a family of tokens is bound to.
 *
 * @param accountId the customer's id
 * @param staffUntil when staff has to leave the account again, in seconds since the epoch; null for a member
 */
public record AccountBinding(String accountId, @Nullable Long staffUntil) {

    private static final Pattern NOTATION = Pattern.compile("([^:\\s]+)(?::(\\d{1,18}))?");

    /** The binding that {@link #toString} wrote; empty for anything else. */
    public static Optional<AccountBinding> parse(String notation) {
        Matcher matcher = NOTATION.matcher(notation);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String until = matcher.group(2);
        return Optional.of(new AccountBinding(matcher.group(1), until == null ? null : Long.valueOf(until)));
    }

    /** Whether it is staff's and their time is up. A member's has no end of its own. */
    public boolean isOver(long nowSeconds) {
        return staffUntil != null && staffUntil <= nowSeconds;
    }

    /** {@code <account>} or {@code <account>:<until>}, without space. */
    @Override
    public String toString() {
        return staffUntil == null ? accountId : accountId + ":" + staffUntil;
    }
}
