package dev.foyer.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that one user may enter now: those of their active memberships in active customers; for staff, all active ones. */
public interface Accounts {

    /** Whether these are all customers' accounts, open to staff, and not the person's own. */
    boolean areForStaff();

    /** The account with this id or account ID, if it is one of the user's. */
    Optional<Account> find(String idOrNumber);

    /** Some of them, at most this many: enough to know whether there is nothing, one thing or a choice. */
    List<Account> some(int limit);

    /** The one that was selected last, in any session. */
    Optional<Account> lastSelected();

    /** One page of them, in the order of their names. */
    AccountPage page(AccountPage.Query query);

    /** Remembers a selection for the next sign-in. */
    void select(Account account, Instant now);
}
