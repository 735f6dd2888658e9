package dev.foyer.token.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.membership.jpa.OpenMemberships;
import dev.foyer.selection.AccountRole;
import dev.foyer.text.Name;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.AccountClaims;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@link AccountClaims} in the database, with one indexed query each for members. */
public final class JpaAccountClaims implements AccountClaims {

    private final EntityManager entityManager;
    private final String realmId;
    private final Instant now;

    /** @param now memberships that have come to their end do not count */
    public JpaAccountClaims(EntityManager entityManager, String realmId, Instant now) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.now = now;
    }

    @Override
    public Optional<AccountClaim> find(String userId, String customerId) {
        // Permissions times contact types: a handful of short rows, cheaper than a second round trip.
        List<Tuple> rows = entityManager
                .createQuery("""
                        select c.id, c.number, c.name, c.type, m.kind, c.agency, p, t.name, c.secondFactorRequired
                        from MembershipEntity m join m.customer c
                        left join m.permissions p left join m.contactTypes mt left join mt.contactType t
                        where m.userId = :user and c.id = :customer and c.realmId = :realm and
                        """ + OpenMemberships.CONDITION, Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("user", userId)
                .setParameter("customer", customerId)
                .setParameter("realm", realmId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new AccountClaim(
                        row.get(0, String.class),
                        new AccountNumber(row.get(1, String.class)),
                        new Name(row.get(2, String.class)),
                        row.get(3, CustomerType.class),
                        AccountRole.of(row.get(4, MembershipKind.class)),
                        column(rows, 6),
                        column(rows, 7),
                        row.get(5, Boolean.class),
                        null,
                        row.get(8, Boolean.class)));
    }

    @Override
    public Optional<AccountClaim> findForStaff(String customerId, Instant until) {
        return entityManager
                .createQuery("""
                        select c.id, c.number, c.name, c.type, c.agency, c.secondFactorRequired from CustomerEntity c
                        where c.id = :customer and c.realmId = :realm and c.state = ACTIVE""", Tuple.class)
                .setParameter("customer", customerId)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst()
                .map(row -> new AccountClaim(
                        row.get(0, String.class),
                        new AccountNumber(row.get(1, String.class)),
                        new Name(row.get(2, String.class)),
                        row.get(3, CustomerType.class),
                        AccountRole.STAFF,
                        allPermissions(),
                        new TreeSet<>(),
                        row.get(4, Boolean.class),
                        until,
                        row.get(5, Boolean.class)));
    }

    private SortedSet<String> allPermissions() {
        return new JpaPermissions(entityManager, realmId)
                .catalogue().permissions().stream().map(Permission::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> column(List<Tuple> rows, int index) {
        return rows.stream()
                .map(row -> row.get(index, String.class))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
