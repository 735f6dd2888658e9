package dev.foyer.selection.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRole;
import dev.foyer.text.Name;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;

/** The accounts of all active customers, for staff. Which of them a member of staff entered last is nobody's default. */
public final class JpaStaffAccounts extends JpaAccounts {

    public JpaStaffAccounts(EntityManager entityManager, String realmId) {
        super(entityManager, realmId);
    }

    @Override
    public boolean areForStaff() {
        return true;
    }

    @Override
    public Optional<Account> lastSelected() {
        return Optional.empty();
    }

    @Override
    public void select(Account account, Instant now) {}

    @Override
    TypedQuery<Tuple> query(String rest) {
        return entityManager.createQuery("""
                        select c.id, c.number, c.name, c.secondFactorRequired from CustomerEntity c
                        where c.state = ACTIVE and c.realmId = :realm
                        """ + rest, Tuple.class).setParameter("realm", realmId);
    }

    @Override
    Account account(Tuple row) {
        return new Account(
                row.get(0, String.class),
                new AccountNumber(row.get(1, String.class)),
                new Name(row.get(2, String.class)),
                AccountRole.STAFF,
                row.get(3, Boolean.class));
    }
}
