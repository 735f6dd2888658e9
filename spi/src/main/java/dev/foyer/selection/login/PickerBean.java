package dev.foyer.selection.login;

import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** What the page of the choice shows, in the getters that a FreeMarker template reads. */
public final class PickerBean {

    /** Up to this many accounts there is neither a search field nor a second page. */
    static final int PAGE_SIZE = 12;

    static final AccountPage.Query FIRST_PAGE = new AccountPage.Query("", null, PAGE_SIZE);

    private final AccountPage page;
    private final AccountPage.Query query;
    private final @Nullable Account lastUsed;
    private final boolean isStaff;
    private final boolean isSkippable;
    private final boolean isSwitch;
    private final @Nullable String current;
    private final String username;
    private final boolean signedInBefore;
    private final String logoutUrl;
    private final @Nullable String letsIn;

    private PickerBean(
            AccountPage page,
            AccountPage.Query query,
            @Nullable Account lastUsed,
            boolean isStaff,
            boolean isSkippable,
            boolean isSwitch,
            @Nullable String current,
            String username,
            boolean signedInBefore,
            String logoutUrl,
            @Nullable String letsIn) {
        this.page = page;
        this.query = query;
        this.lastUsed = lastUsed;
        this.isStaff = isStaff;
        this.isSkippable = isSkippable;
        this.isSwitch = isSwitch;
        this.current = current;
        this.username = username;
        this.signedInBefore = signedInBefore;
        this.logoutUrl = logoutUrl;
        this.letsIn = letsIn;
    }

    static PickerBean of(Accounts accounts, AccountPage.Query query, SignIn signIn, UserModel user) {
        AccountPage page = accounts.page(query);
        boolean isFirst = query.search().isBlank() && !page.hasPrevious();
        Optional<Account> lastUsed = isFirst ? accounts.lastSelected() : Optional.empty();
        String current = signIn.isSwitch() ? signIn.remembered() : null;
        return new PickerBean(
                page,
                query,
                lastUsed.orElse(null),
                accounts.areForStaff(),
                signIn.mayGoWithout(accounts),
                signIn.isSwitch(),
                current,
                user.getUsername(),
                signIn.existing().isPresent(),
                signIn.logoutUrl(),
                signIn.letsIn());
    }

    /** Whether the person has no account at all; a search without a hit is not that. */
    public boolean isEmpty() {
        return page.accounts().isEmpty() && query.search().isBlank();
    }

    /** The accounts of this page, the one used last before all others. */
    public List<Item> getAccounts() {
        List<Item> items = page.accounts().stream()
                .filter(account -> !account.equals(lastUsed))
                .map(account -> item(account, false))
                .toList();
        if (lastUsed == null) {
            return items;
        }
        return Stream.concat(Stream.of(item(lastUsed, true)), items.stream()).toList();
    }

    public boolean isSearchable() {
        return page.hasNext() || page.hasPrevious() || !query.search().isBlank();
    }

    public String getSearch() {
        return query.search();
    }

    /** Where the next page begins, or null on the last one. */
    public @Nullable String getAfter() {
        return page.hasNext() ? last().id() : null;
    }

    /** Where the page before ends, or null on the first one. */
    public @Nullable String getBefore() {
        return page.hasPrevious() ? page.accounts().get(0).id() : null;
    }

    /** Whether these are customers' accounts that staff may enter. */
    public boolean isStaff() {
        return isStaff;
    }

    /** Whether the person may go on without an account. */
    public boolean isSkippable() {
        return isSkippable;
    }

    /** Whether the application asked to switch, so that the person may as well stay. */
    public boolean isSwitch() {
        return isSwitch;
    }

    public String getUsername() {
        return username;
    }

    /** Whether the person came in by a session they had before, which only a logout ends. */
    public boolean isSignedInBefore() {
        return signedInBefore;
    }

    public String getLogoutUrl() {
        return logoutUrl;
    }

    /** The name of the application that the choice lets into the account, or null where people know it as their own. */
    public @Nullable String getLetsIn() {
        return letsIn;
    }

    private Account last() {
        return page.accounts().get(page.accounts().size() - 1);
    }

    private Item item(Account account, boolean isLastUsed) {
        return new Item(account, isLastUsed, account.id().equals(current));
    }

    /** One account on the page. */
    public static final class Item {

        private final Account account;
        private final boolean lastUsed;
        private final boolean current;

        private Item(Account account, boolean lastUsed, boolean current) {
            this.account = account;
            this.lastUsed = lastUsed;
            this.current = current;
        }

        public String getId() {
            return account.id();
        }

        public String getName() {
            return account.name().value();
        }

        public String getNumber() {
            return account.number().value();
        }

        /** The end of a message key, or null for staff, who are the same in all accounts. */
        public @Nullable String getKind() {
            return switch (account.role()) {
                case OWNER -> "Own";
                case CONTACT -> "Contact";
                case GUEST -> "Guest";
                case STAFF -> null;
            };
        }

        /** Whether the person has to use a second factor to enter. */
        public boolean isSecondFactorRequired() {
            return account.secondFactorRequired();
        }

        /** Selected last, in any session. */
        public boolean isLastUsed() {
            return lastUsed;
        }

        /** The account of the running session. */
        public boolean isCurrent() {
            return current;
        }
    }
}
