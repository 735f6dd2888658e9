package dev.foyer.selection.jpa;

import dev.foyer.persistence.LikePattern;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountPage.Direction;
import dev.foyer.selection.Accounts;
import dev.foyer.text.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@link Accounts} in the database: how they are found and paged, whoever they are open to. */
abstract class JpaAccounts implements Accounts {

    final EntityManager entityManager;
    final String realmId;

    JpaAccounts(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    /** The accounts that are open, restricted and ordered by what follows; the customer is called {@code c}. */
    abstract TypedQuery<Tuple> query(String rest);

    abstract Account account(Tuple row);

    @Override
    public Optional<Account> find(String idOrNumber) {
        if (!StorableText.isStorable(idOrNumber)) {
            return Optional.empty();
        }
        // An id that is another customer's account ID is no accident anybody could plan: ids are random UUIDs.
        return accounts(query("and (c.id = :key or c.number = :key)").setParameter("key", idOrNumber)).stream()
                .findFirst();
    }

    @Override
    public List<Account> some(int limit) {
        return accounts(query("").setMaxResults(limit));
    }

    @Override
    public AccountPage page(AccountPage.Query wanted) {
        Optional<Account> from = Optional.ofNullable(wanted.from()).flatMap(place -> find(place.accountId()));
        boolean backwards =
                from.isPresent() && wanted.from() != null && wanted.from().direction() == Direction.BEFORE;

        String search = wanted.search().isBlank()
                ? ""
                : "and (lower(c.name) like :text escape '!' or lower(c.number) like :text escape '!') ";
        String place = from.isEmpty()
                ? ""
                : backwards
                        ? "and (c.name < :name or c.name = :name and c.id < :id) "
                        : "and (c.name > :name or c.name = :name and c.id > :id) ";
        String order = backwards ? "order by c.name desc, c.id desc" : "order by c.name, c.id";
        TypedQuery<Tuple> query = query(search + place + order).setMaxResults(wanted.size() + 1);
        if (!search.isEmpty()) {
            query.setParameter("text", LikePattern.containing(wanted.search()));
        }
        from.ifPresent(
                account -> query.setParameter("name", account.name().value()).setParameter("id", account.id()));

        List<Account> found = new ArrayList<>(accounts(query));
        boolean more = found.size() > wanted.size();
        if (more) {
            found.remove(wanted.size());
        }
        if (found.isEmpty() && from.isPresent()) {
            return page(new AccountPage.Query(wanted.search(), null, wanted.size()));
        }
        if (backwards) {
            Collections.reverse(found);
        }
        return new AccountPage(found, backwards ? more : from.isPresent(), backwards || more);
    }

    final List<Account> accounts(TypedQuery<Tuple> query) {
        return query.getResultStream().map(this::account).toList();
    }
}
