package dev.foyer.selection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known when an account has to be selected, and the rule that decides. Each look-up is made only when the answer
 * is still open.
 *
 * @param ask the application wants the person to choose, whatever is known ({@code prompt=select_account})
 * @param hint the account that the application named, by id or account ID ({@code account_hint})
 * @param remembered the id of the account selected before in this SSO session
 */
public record SelectionRequest(
        boolean ask, @Nullable String hint, @Nullable String remembered) {

    /** The selection, on what is true now. */
    public Selection decide(Accounts accounts) {
        if (!ask) {
            String known = hint != null ? hint : remembered;
            Optional<Account> account = known == null ? Optional.empty() : accounts.find(known);
            if (account.isPresent()) {
                return new Selection.Chosen(account.get());
            }
        }
        var some = accounts.some(2);
        if (some.isEmpty()) {
            return new Selection.None();
        }
        boolean isOnlyOne = some.size() == 1 && hint == null && !ask;
        return isOnlyOne ? new Selection.Chosen(some.get(0)) : new Selection.Ask();
    }

    /** Whether the application named an account that is not one of the person's; nothing more is told of it. */
    public boolean hintFails(Accounts accounts) {
        return !ask && hint != null && accounts.find(hint).isEmpty();
    }
}
