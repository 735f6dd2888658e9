package dev.foyer.selection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known when an account has to be selected, and the rule that decides. Each look-up is made only when the answer
 * is still open.
 *
 * @param optional whether the application takes people without an account
 * @param ask the application wants the person to choose, whatever is known ({@code prompt=select_account})
 * @param hint the account that the application named, by id or account ID ({@code account_hint})
 * @param remembered the id of the account selected before in this SSO session, or {@link #WITHOUT}
 * @param secondFactorUsed whether the person has used a second factor in this sign-in, or lately in this SSO session
 * @param consent which accounts the application may have without the person choosing
 */
public record SelectionRequest(
        boolean optional,
        boolean ask,
        @Nullable String hint,
        @Nullable String remembered,
        boolean secondFactorUsed,
        AccountConsent consent) {

    /** Remembered of staff who went on without an account; no account has it as its id. */
    public static final String WITHOUT = "-";

    /** The selection, on what is true now. */
    public Selection decide(Accounts accounts) {
        if (!ask) {
            String known = hint != null ? hint : remembered;
            Optional<Account> account = known == null ? Optional.empty() : accounts.find(known);
            if (account.isPresent() && consent.covers(account.get().id())) {
                return enter(account.get());
            }
        }
        List<Account> some = accounts.some(2);
        if (some.isEmpty()) {
            return optional ? new Selection.Without() : new Selection.None();
        }
        if (ask || hint != null) {
            return new Selection.Ask();
        }
        if (accounts.areForStaff()) {
            // Nobody enters somebody else's account without having said so, be it the only one there is.
            return optional && WITHOUT.equals(remembered) ? new Selection.Without() : new Selection.Ask();
        }
        return some.size() == 1 && consent.covers(some.get(0).id()) ? enter(some.get(0)) : new Selection.Ask();
    }

    /** What choosing this account comes to. */
    public Selection enter(Account account) {
        return account.secondFactorRequired() && !secondFactorUsed
                ? new Selection.StepUp(account)
                : new Selection.Chosen(account);
    }

    /** Whether the application named an account that is not one of the person's; nothing more is told of it. */
    public boolean hintFails(Accounts accounts) {
        return !ask && hint != null && accounts.find(hint).isEmpty();
    }
}
