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
        boolean hintFailed = hint != null && !ask;
        if (some.size() == 1 && !ask && !hintFailed) {
            return new Selection.Chosen(some.get(0));
        }
        return new Selection.Ask(hintFailed);
    }
}
