package dev.foyer.selection.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.jpa.OpenMemberships;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRole;
import dev.foyer.text.Name;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;

/** The accounts that a user is a member of. Every query begins at the user's memberships, which an index serves. */
public final class JpaMemberAccounts extends JpaAccounts {

    private final String userId;
    private final Instant now;

    /** @param now memberships that have come to their end do not count */
    public JpaMemberAccounts(EntityManager entityManager, String realmId, String userId, Instant now) {
        super(entityManager, realmId);
        this.userId = userId;
        this.now = now;
    }

    @Override
    public boolean areForStaff() {
        return false;
    }

    @Override
    public Optional<Account> lastSelected() {
        return accounts(query("and m.lastSelectedAt is not null order by m.lastSelectedAt desc")
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    @Override
    public void select(Account account, Instant now) {
        entityManager
                .createQuery(
                        "update MembershipEntity m set m.lastSelectedAt = :now where m.userId = :user and m.customerId = :id")
                .setParameter("now", now.toEpochMilli())
                .setParameter("user", userId)
                .setParameter("id", account.id())
                .executeUpdate();
    }

    @Override
    TypedQuery<Tuple> query(String rest) {
        return entityManager
                .createQuery("""
                        select c.id, c.number, c.name, m.kind, c.secondFactorRequired
                        from MembershipEntity m join m.customer c
                        where m.userId = :user and c.realmId = :realm and
                        """ + OpenMemberships.CONDITION + " " + rest, Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("user", userId)
                .setParameter("realm", realmId);
    }

    @Override
    Account account(Tuple row) {
        return new Account(
                row.get(0, String.class),
                new AccountNumber(row.get(1, String.class)),
                new Name(row.get(2, String.class)),
                AccountRole.of(row.get(3, MembershipKind.class)),
                row.get(4, Boolean.class));
    }
}
