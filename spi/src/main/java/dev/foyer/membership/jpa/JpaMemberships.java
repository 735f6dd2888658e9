package dev.foyer.membership.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.customer.jpa.SearchTermRows;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKeys;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Person;
import dev.foyer.membership.UserType;
import dev.foyer.persistence.Constraints;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.SearchTerms;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Memberships} in the database. Bound to its realm: no query leaves it. */
public final class JpaMemberships implements Memberships {

    private final EntityManager entityManager;
    private final String realmId;
    private final SearchTermRows terms;

    public JpaMemberships(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.terms = new SearchTermRows(entityManager, realmId);
    }

    @Override
    public Optional<Membership> find(String id) {
        return one("m.id = :id", Map.of("id", id)).map(MembershipEntity::toMembership);
    }

    @Override
    public Optional<Membership> findByUser(String customerId, String userId) {
        return one("m.customerId = :customer and m.userId = :user", Map.of("customer", customerId, "user", userId))
                .map(MembershipEntity::toMembership);
    }

    @Override
    public Optional<Membership> findOpen(String customerId, String userId, Instant now) {
        return entityManager
                .createQuery(
                        "select m from MembershipEntity m join m.customer c"
                                + " where c.realmId = :realm and m.customerId = :customer and m.userId = :user and "
                                + OpenMemberships.CONDITION,
                        MembershipEntity.class)
                .setParameter("realm", realmId)
                .setParameter("customer", customerId)
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .findFirst()
                .map(MembershipEntity::toMembership);
    }

    @Override
    public Optional<Membership> findByEmail(String customerId, EmailAddress email) {
        return one(
                        "m.customerId = :customer and m.email = :email",
                        Map.of("customer", customerId, "email", email.value()))
                .map(MembershipEntity::toMembership);
    }

    /** Two queries of one table each: joined, they would be at the mercy of a plan made for tables still empty. */
    @Override
    public List<MembershipKeys> findRivals(Collection<MembershipKeys> keys) {
        return Stream.concat(samePeople(keys), permanentContacts(keys)).toList();
    }

    /** The range of account IDs says nothing new, but lets an index find the customers in any plan. */
    @Override
    public List<Membership> page(List<Customer> customers, @Nullable Membership after, int size) {
        Map<String, String> numbers = customers.stream()
                .collect(Collectors.toMap(
                        Customer::id, customer -> customer.number().value()));
        String from = after == null ? customers.get(0).id() : after.customerId();
        String to = customers.get(customers.size() - 1).id();
        List<String> ids = entityManager
                .createQuery("""
                        select m.id from MembershipEntity m join m.customer c
                        where c.realmId = :realm and c.number between :from and :to and c.id in :customers
                        and (c.number > :from or m.id > :after)
                        order by c.number, m.id""", String.class)
                .setParameter("realm", realmId)
                .setParameter("from", numbers.get(from))
                .setParameter("to", numbers.get(to))
                .setParameter("customers", numbers.keySet())
                .setParameter("after", after == null ? "" : after.id())
                .setMaxResults(size)
                .getResultList();
        Map<String, Membership> memberships = whole(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(memberships.get(id)))
                .toList();
    }

    @Override
    public void add(Membership membership) {
        addAll(List.of(membership));
    }

    @Override
    public void addAll(Collection<Membership> added) {
        for (Membership membership : added) {
            CustomerEntity customer = entityManager.getReference(CustomerEntity.class, membership.customerId());
            entityManager.persist(new MembershipEntity(customer, membership, this::reference));
        }
        Constraints.flush(entityManager);
        added.forEach(membership -> terms.add(membership.customerId(), membership.id(), terms(membership.person())));
        Constraints.flush(entityManager);
    }

    @Override
    public void save(Membership membership) {
        MembershipEntity entity = require(membership);
        Set<String> wanted = terms(membership.person());
        if (!terms(entity.toMembership().person()).equals(wanted)) {
            terms.replace(membership.customerId(), membership.id(), wanted);
        }
        entity.update(membership, this::reference);
        Constraints.flush(entityManager);
    }

    @Override
    public void remove(Membership membership) {
        entityManager.remove(require(membership));
        Constraints.flush(entityManager);
    }

    @Override
    public UserType userType(String userId) {
        boolean belongs = !entityManager
                .createQuery("""
                        select 1 from MembershipEntity m
                        where m.userId = :user and m.state in (PENDING, ACTIVE, INACTIVE) and m.customer.realmId = :realm""", Integer.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return belongs ? UserType.EXTERNAL : UserType.INTERNAL;
    }

    @Override
    public long count(String customerId) {
        return count("select count(m) from MembershipEntity m where m.customerId = :customer", customerId);
    }

    @Override
    public long countActiveOwners(String customerId) {
        return count(
                "select count(m) from MembershipEntity m where m.customerId = :customer and m.kind = OWNER and m.state = ACTIVE",
                customerId);
    }

    private long count(String query, String customerId) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("customer", customerId)
                .getSingleResult();
    }

    private Map<String, Membership> whole(List<String> ids) {
        return entityManager.createQuery("""
                        select distinct m from MembershipEntity m left join fetch m.permissions
                        left join fetch m.contactTypes t left join fetch t.contactType
                        where m.id in :ids""", MembershipEntity.class).setParameter("ids", ids).getResultList().stream()
                .map(MembershipEntity::toMembership)
                .collect(Collectors.toMap(Membership::id, membership -> membership));
    }

    private static Set<String> terms(Person person) {
        SearchTerms terms = new SearchTerms();
        Stream.of(Optional.ofNullable(person.firstName()), Optional.ofNullable(person.lastName()))
                .flatMap(Optional::stream)
                .forEach(name -> terms.text(name.value()));
        Optional.ofNullable(person.email()).ifPresent(terms::email);
        return terms.asSet();
    }

    private ContactTypeEntity reference(ContactType type) {
        return entityManager.getReference(ContactTypeEntity.class, type.id());
    }

    private MembershipEntity require(Membership membership) {
        return one("m.id = :id", Map.of("id", membership.id())).orElseThrow(NoResultException::new);
    }

    private Stream<MembershipKeys> samePeople(Collection<MembershipKeys> keys) {
        return entityManager
                .createQuery("""
                        select m.id, m.customerId, m.userId, m.email from MembershipEntity m
                        where m.customerId in :customers and (m.userId in :users or m.email in :emails)""", Object[].class)
                .setParameter("customers", distinct(keys, MembershipKeys::customerId))
                .setParameter("users", distinct(keys, MembershipKeys::userId))
                .setParameter("emails", distinct(keys, JpaMemberships::email))
                .getResultStream()
                .map(row -> new MembershipKeys(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? null : new EmailAddress((String) row[3]),
                        false));
    }

    private Stream<MembershipKeys> permanentContacts(Collection<MembershipKeys> keys) {
        return entityManager
                .createQuery("""
                        select t.membership.id, t.permanentOf from MembershipContactTypeEntity t
                        where t.permanentOf in :customers""", Object[].class)
                .setParameter(
                        "customers",
                        distinct(
                                keys.stream()
                                        .filter(MembershipKeys::permanentContact)
                                        .toList(),
                                MembershipKeys::customerId))
                .getResultStream()
                .map(row -> new MembershipKeys((String) row[0], (String) row[1], null, null, true));
    }

    private static List<String> distinct(
            Collection<MembershipKeys> keys, Function<MembershipKeys, @Nullable String> text) {
        return keys.stream()
                .flatMap(one -> Stream.ofNullable(text.apply(one)))
                .distinct()
                .toList();
    }

    private static @Nullable String email(MembershipKeys keys) {
        EmailAddress email = keys.email();
        return email == null ? null : email.value();
    }

    private Optional<MembershipEntity> one(String condition, Map<String, String> parameters) {
        var query = entityManager.createQuery(
                "select m from MembershipEntity m where m.customer.realmId = :realm and " + condition,
                MembershipEntity.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("realm", realmId).getResultStream().findFirst();
    }
}
