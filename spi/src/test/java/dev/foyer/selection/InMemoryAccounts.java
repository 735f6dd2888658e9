package dev.foyer.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of one user in a list, for tests of the domain. */
record InMemoryAccounts(List<Account> all, boolean areForStaff) implements Accounts {

    InMemoryAccounts(Account... accounts) {
        this(List.of(accounts), false);
    }

    @Override
    public Optional<Account> find(String idOrNumber) {
        return all.stream()
                .filter(account -> account.id().equals(idOrNumber)
                        || account.number().value().equals(idOrNumber))
                .findFirst();
    }

    @Override
    public List<Account> some(int limit) {
        return all.stream().limit(limit).toList();
    }

    @Override
    public Optional<Account> lastSelected() {
        return Optional.empty();
    }

    @Override
    public AccountPage page(AccountPage.Query query) {
        return new AccountPage(all, false, false);
    }

    @Override
    public void select(Account account, Instant now) {}
}
