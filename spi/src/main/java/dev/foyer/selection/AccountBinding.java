package dev.foyer.selection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account that a family of tokens is bound to.
 *
 * @param accountId the customer's id
 * @param staffUntil when staff has to leave the account again, in whole seconds; null for a member
 */
public record AccountBinding(String accountId, @Nullable Instant staffUntil) {

    private static final Pattern NOTATION = Pattern.compile("([^:\\s]+)(?::(\\d{1,18}))?");

    public AccountBinding {
        staffUntil = staffUntil == null ? null : staffUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The binding that {@link #toString} wrote; empty for anything else. */
    public static Optional<AccountBinding> parse(String notation) {
        Matcher matcher = NOTATION.matcher(notation);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String until = matcher.group(2);
        return Optional.of(new AccountBinding(matcher.group(1), until == null ? null : moment(Long.parseLong(until))));
    }

    /**
     * The moment that a binding was written with, in seconds since the epoch. What is written may come from outside: one that
     * lies beyond all moments is the last or the first of them.
     */
    public static Instant moment(long seconds) {
        long latest = Math.min(seconds, Instant.MAX.getEpochSecond());
        return Instant.ofEpochSecond(Math.max(latest, Instant.MIN.getEpochSecond()));
    }

    /** Whether it is staff's and their time is up. A member's has no end of its own. */
    public boolean isOver(Instant now) {
        return staffUntil != null && !staffUntil.isAfter(now);
    }

    /** {@code <account>} or {@code <account>:<until>} in seconds since the epoch, without space. */
    @Override
    public String toString() {
        return staffUntil == null ? accountId : accountId + ":" + staffUntil.getEpochSecond();
    }
}
