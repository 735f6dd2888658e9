package dev.foyer.selection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a person has let an application into by their own hand, in one SSO session. An application that has to ask
 * for consent gets no other: the consent that is kept for it says what it may know, not of which account.
 *
 * @param isNeeded whether the application has to wait for the person's hand at all
 * @param accountIds the ids of the accounts, the latest first; the earliest of too many is forgotten, and asked for again
 */
public record AccountConsent(boolean isNeeded, List<String> accountIds) {

    /** Of an application that the person's accounts are open to without asking. */
    public static final AccountConsent NOT_NEEDED = new AccountConsent(false, List.of());

    private static final int MOST = 20;

    public AccountConsent {
        accountIds = accountIds.stream().distinct().limit(MOST).toList();
    }

    /** What {@link #toString} wrote; nothing yet if it has written nothing. */
    public static AccountConsent parse(@Nullable String notation) {
        return new AccountConsent(
                true, notation == null || notation.isBlank() ? List.of() : Arrays.asList(notation.split(" ")));
    }

    /** Whether the application may have this account without asking. */
    public boolean covers(String accountId) {
        return !isNeeded || accountIds.contains(accountId);
    }

    /** The same with one account more. */
    public AccountConsent with(String accountId) {
        return new AccountConsent(
                isNeeded,
                Stream.concat(Stream.of(accountId), accountIds.stream()).toList());
    }

    /** The ids with a space between them. */
    @Override
    public String toString() {
        return String.join(" ", accountIds);
    }
}
