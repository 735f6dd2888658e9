package dev.foyer.selection.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.MembershipKind;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountPage.Direction;
import dev.foyer.selection.Accounts;
import dev.foyer.text.Name;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@link Accounts} in the database. Every query begins at the user's memberships, which an index serves. */
public final class JpaAccounts implements Accounts {

    private static final String OPEN = """
            select c.id, c.number, c.name, m.kind from MembershipEntity m join m.customer c
            where m.userId = :user and m.state = ACTIVE and c.state = ACTIVE and c.realmId = :realm\s""";

    private final EntityManager entityManager;
    private final String realmId;
    private final String userId;

    public JpaAccounts(EntityManager entityManager, String realmId, String userId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.userId = userId;
    }

    @Override
    public Optional<Account> find(String idOrNumber) {
        // An id that is another customer's account ID is no accident anybody could plan: ids are random UUIDs.
        return accounts(query("and (c.id = :key or c.number = :key)").setParameter("key", idOrNumber)).stream()
                .findFirst();
    }

    @Override
    public List<Account> some(int limit) {
        return accounts(query("").setMaxResults(limit));
    }

    @Override
    public Optional<Account> lastSelected() {
        return accounts(query("and m.lastSelectedAt is not null order by m.lastSelectedAt desc")
                        .setMaxResults(1))
                .stream()
                .findFirst();
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
            query.setParameter("text", containing(wanted.search()));
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

    @Override
    public void select(Account account, long now) {
        entityManager
                .createQuery(
                        "update MembershipEntity m set m.lastSelectedAt = :now where m.userId = :user and m.customerId = :id")
                .setParameter("now", now)
                .setParameter("user", userId)
                .setParameter("id", account.id())
                .executeUpdate();
    }

    private TypedQuery<Tuple> query(String rest) {
        return entityManager
                .createQuery(OPEN + rest, Tuple.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId);
    }

    private static List<Account> accounts(TypedQuery<Tuple> query) {
        return query.getResultStream()
                .map(row -> new Account(
                        row.get(0, String.class),
                        new AccountNumber(row.get(1, String.class)),
                        new Name(row.get(2, String.class)),
                        row.get(3, MembershipKind.class)))
                .toList();
    }

    /** What was typed, as it stands: the wildcards of LIKE are ordinary letters to a person. */
    private static String containing(String search) {
        return "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
