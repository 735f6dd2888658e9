package dev.foyer.membership.jpa;

import dev.foyer.Page;
import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.MembershipQueries;
import dev.foyer.persistence.KeysetQuery;
import dev.foyer.persistence.LikePattern;
import dev.foyer.text.Name;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link MembershipQueries} in the database. Every query begins at one customer or one user, which an index serves: what
 * it costs grows with that customer or user alone.
 */
public final class JpaMembershipQueries implements MembershipQueries {

    private static final String ACCOUNTS = "MembershipEntity m join m.customer c";

    /** Who has entered is called what their user account says, and nothing else is recorded of them. */
    private static final String MEMBERS =
            ACCOUNTS + " left join UserEntity u on u.id = m.userId and m.state in (ACTIVE, INACTIVE)";

    private static final String FIRST_NAME = "coalesce(u.firstName, m.firstName, '')";
    private static final String LAST_NAME = "coalesce(u.lastName, m.lastName, '')";
    private static final String EMAIL = "coalesce(u.email, m.email, '')";
    private static final String PERSON = "concat(%s, ' ', %s, ' ', %s)".formatted(LAST_NAME, FIRST_NAME, EMAIL);

    private final EntityManager entityManager;
    private final String realmId;

    public JpaMembershipQueries(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public Page<Listed> ofCustomer(String customerId, Filter filter, Page.Request<Sort> request) {
        KeysetQuery query = query(MEMBERS, filter)
                .where("m.customerId = :customer", "customer", customerId)
                .where(MemberUsers.EXIST)
                .where("""
                        (lower(%s) like :text escape '!' or lower(%s) like :text escape '!'
                         or lower(%s) like :text escape '!')""".formatted(FIRST_NAME, LAST_NAME, EMAIL), "text", pattern(filter));
        return listed(query, PERSON, request);
    }

    @Override
    public Page<Listed> ofUser(String userId, Filter filter, Page.Request<Sort> request) {
        return listed(accounts(userId, filter), "c.name", request);
    }

    @Override
    public Page<Listed> openTo(String userId, @Nullable String search, Instant now, Page.Request<Sort> request) {
        KeysetQuery query = accounts(userId, new Filter(null, null, null, null, search))
                .where(OpenMemberships.CONDITION)
                .with("now", now.toEpochMilli());
        return listed(query, "c.name", request);
    }

    private KeysetQuery accounts(String userId, Filter filter) {
        return query(ACCOUNTS, filter)
                .where("m.userId = :user", "user", userId)
                .where(
                        "(lower(c.name) like :text escape '!' or lower(c.number) like :text escape '!')",
                        "text",
                        pattern(filter));
    }

    private KeysetQuery query(String from, Filter filter) {
        return new KeysetQuery(entityManager, from)
                .where("c.realmId = :realm", "realm", realmId)
                .where("m.state = :state", "state", filter.state())
                .where("m.kind = :kind", "kind", filter.kind())
                .where(":permission member of m.permissions", "permission", filter.permission())
                .where(
                        "exists (select 1 from m.contactTypes t where t.contactType.name = :type)",
                        "type",
                        filter.contactType());
    }

    private Page<Listed> listed(KeysetQuery query, String name, Page.Request<Sort> request) {
        KeysetQuery.Key key = switch (request.sort()) {
            case NAME -> KeysetQuery.Key.text(name);
            case CREATED -> KeysetQuery.Key.number("m.createdAt");
        };
        Page<String> ids = query.page("m.id", key, request);
        Map<String, Listed> listed = read(ids.items());
        return new Page<>(
                ids.items().stream().map(listed::get).filter(Objects::nonNull).toList(), ids.next());
    }

    /** Two queries for a page however long: one for each of the collections. */
    private Map<String, Listed> read(List<String> ids) {
        entityManager
                .createQuery("""
                        select m from MembershipEntity m left join fetch m.contactTypes t left join fetch t.contactType
                        where m.id in :ids""", MembershipEntity.class)
                .setParameter("ids", ids)
                .getResultList();
        return entityManager.createQuery("""
                        select m, c.number, c.name from MembershipEntity m join m.customer c left join fetch m.permissions
                        where m.id in :ids""", Tuple.class).setParameter("ids", ids).getResultList().stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, MembershipEntity.class).id(),
                        row -> new Listed(
                                row.get(0, MembershipEntity.class).toMembership(),
                                new AccountNumber(row.get(1, String.class)),
                                new Name(row.get(2, String.class))),
                        (one, same) -> one));
    }

    private static @Nullable String pattern(Filter filter) {
        String search = filter.search();
        return search == null || search.isBlank() ? null : LikePattern.containing(search);
    }
}
