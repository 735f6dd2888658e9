package dev.foyer.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts in the order of their names.
 *
 * @param hasPrevious whether there are accounts before the first of these
 * @param hasNext whether there are accounts after the last of these
 */
public record AccountPage(List<Account> accounts, boolean hasPrevious, boolean hasNext) {

    public AccountPage {
        accounts = List.copyOf(accounts);
    }

    /**
     * Which page.
     *
     * @param search part of a name or account ID in any case, or empty for all
     * @param from where to begin; null is the first page
     * @param size how many at most
     */
    public record Query(String search, @Nullable From from, int size) {}

    /** A place in the list, just after or just before an account, which is left out itself. */
    public record From(Direction direction, String accountId) {}

    /** Where a page lies, seen from an account. */
    public enum Direction {
        AFTER,
        BEFORE
    }
}
