package dev.foyer.membership.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.customer.jpa.SearchTermRows;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKeys;
import dev.foyer.membership.Memberships;
import dev.foyer.persistence.Constraints;
import dev.foyer.persistence.UserRows;
import dev.foyer.text.EmailAddress;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Memberships} in the database. Bound to its realm: no query leaves it. */
public final class JpaMemberships implements Memberships {

    private final EntityManager entityManager;
    private final String realmId;
    private final SearchTermRows terms;
    private final Predicate<String> exists;
    private final JpaExternalUsers externalUsers;

    /** With users of whom nobody knows more than the database does. */
    public JpaMemberships(EntityManager entityManager, String realmId) {
        this(entityManager, realmId, userId -> true);
    }

    /** @param exists whether there still is a user with this id, asked about single ones whom the database knows */
    public JpaMemberships(EntityManager entityManager, String realmId, Predicate<String> exists) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.exists = exists;
        this.terms = new SearchTermRows(entityManager, realmId);
        this.externalUsers = new JpaExternalUsers(entityManager, realmId);
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

    /** The answer is nothing to be changed, and not kept: a department that is removed next must find nobody in it here. */
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
                .map(this::read);
    }

    @Override
    public Optional<Membership> findByEmail(String customerId, EmailAddress email) {
        return one("""
                        m.customerId = :customer and (m.email = :email or m.state in (ACTIVE, INACTIVE) and m.userId in (
                          select o.id from UserEntity o
                          where o.realmId = :realm and o.email = :email and o.emailVerified = true))""", Map.of("customer", customerId, "email", email.value())).map(MembershipEntity::toMembership);
    }

    /** Two queries of one table each: joined, they would be at the mercy of a plan made for tables still empty. */
    @Override
    public List<MembershipKeys> findRivals(Collection<MembershipKeys> keys) {
        List<MembershipKeys> rivals =
                Stream.concat(samePeople(keys), permanentContacts(keys)).toList();
        Set<String> own = keys.stream().map(MembershipKeys::membershipId).collect(Collectors.toSet());
        Set<String> users = rivals.stream()
                .filter(rival -> !own.contains(rival.membershipId()))
                .flatMap(rival -> Stream.ofNullable(rival.userId()))
                .collect(Collectors.toSet());
        // Directories are asked about one person, never about each row of an import.
        Set<String> gone = keys.size() == 1
                ? users.stream().filter(userId -> !exists.test(userId)).collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
        gone.addAll(MemberUsers.gone(entityManager, users));
        gone.forEach(userId -> UserRows.remove(entityManager, userId));
        return rivals.stream()
                .filter(rival -> rival.userId() == null || !gone.contains(rival.userId()))
                .toList();
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
                        and (c.number > :from or m.id > :after) and %s
                        order by c.number, m.id""".formatted(MemberUsers.EXIST), String.class)
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
        added.forEach(
                membership -> terms.add(membership.customerId(), membership.id(), MemberTerms.of(membership.person())));
        Constraints.flush(entityManager);
        memberTerms().addOf(ids(added));
        externalUsers.addUsersOf(added);
    }

    @Override
    public void save(Membership membership) {
        MembershipEntity entity = require(membership);
        Membership before = entity.toMembership();
        Set<String> wanted = MemberTerms.of(membership.person());
        if (!MemberTerms.of(before.person()).equals(wanted)) {
            terms.replace(membership.customerId(), membership.id(), wanted);
        }
        entity.update(membership, this::reference);
        Constraints.flush(entityManager);
        memberTerms().refresh(ids(List.of(membership)));
        if (!before.makesExternal()) {
            externalUsers.addUsersOf(List.of(membership));
        }
    }

    @Override
    public void remove(Membership membership) {
        entityManager.remove(require(membership));
        Constraints.flush(entityManager);
    }

    @Override
    public long count(String customerId) {
        return entityManager
                .createQuery(
                        "select count(m) from MembershipEntity m where m.customerId = :customer and "
                                + MemberUsers.EXIST,
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    @Override
    public boolean hasOtherActiveOwner(Membership owner) {
        return entityManager
                .createQuery(
                        "select m.userId from MembershipEntity m where m.customerId = :customer and m.id <> :id"
                                + " and m.kind = OWNER and m.state = ACTIVE and " + MemberUsers.EXIST,
                        String.class)
                .setParameter("customer", owner.customerId())
                .setParameter("id", owner.id())
                .setParameter("realm", realmId)
                .getResultStream()
                .anyMatch(exists);
    }

    private Membership read(MembershipEntity entity) {
        Membership membership = entity.toMembership();
        entityManager.detach(entity);
        return membership;
    }

    private Map<String, Membership> whole(List<String> ids) {
        return entityManager.createQuery("""
                        select distinct m from MembershipEntity m left join fetch m.permissions
                        left join fetch m.contactTypes t left join fetch t.contactType
                        where m.id in :ids""", MembershipEntity.class).setParameter("ids", ids).getResultList().stream()
                .map(MembershipEntity::toMembership)
                .collect(Collectors.toMap(Membership::id, membership -> membership));
    }

    private MemberTerms memberTerms() {
        return new MemberTerms(entityManager);
    }

    /** Of those whose users say what they are called. */
    private static List<String> ids(Collection<Membership> memberships) {
        return memberships.stream()
                .filter(Membership::hasEntered)
                .map(Membership::id)
                .toList();
    }

    private ContactTypeEntity reference(ContactType type) {
        return entityManager.getReference(ContactTypeEntity.class, type.id());
    }

    private MembershipEntity require(Membership membership) {
        return one("m.id = :id", Map.of("id", membership.id())).orElseThrow(NoResultException::new);
    }

    /** Whose address one of these is: it is told by the user account, where it was proved, and by no row of ours. */
    private Map<String, String> addressees(Collection<String> emails) {
        return emails.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("""
                                select o.id, o.email from UserEntity o
                                where o.realmId = :realm and o.email in :emails and o.emailVerified = true""", Object[].class)
                        .setParameter("realm", realmId)
                        .setParameter("emails", emails)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Stream<MembershipKeys> samePeople(Collection<MembershipKeys> keys) {
        List<String> emails = distinct(keys, JpaMemberships::email);
        Map<String, String> addressees = addressees(emails);
        Set<String> users = new HashSet<>(distinct(keys, MembershipKeys::userId));
        users.addAll(addressees.keySet());
        return entityManager
                .createQuery("""
                        select m.id, m.customerId, m.userId, m.email from MembershipEntity m
                        where m.customerId in :customers and (m.userId in :users or m.email in :emails)""", Object[].class)
                .setParameter("customers", distinct(keys, MembershipKeys::customerId))
                .setParameter("users", users)
                .setParameter("emails", emails)
                .getResultStream()
                .map(row -> new MembershipKeys(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        address((String) row[3], row[2] == null ? null : addressees.get(row[2])),
                        false));
    }

    private Stream<MembershipKeys> permanentContacts(Collection<MembershipKeys> keys) {
        return entityManager
                .createQuery("""
                        select t.membership.id, t.permanentOf, t.membership.userId from MembershipContactTypeEntity t
                        where t.permanentOf in :customers""", Object[].class)
                .setParameter(
                        "customers",
                        distinct(
                                keys.stream()
                                        .filter(MembershipKeys::permanentContact)
                                        .toList(),
                                MembershipKeys::customerId))
                .getResultStream()
                .map(row -> new MembershipKeys((String) row[0], (String) row[1], (String) row[2], null, true));
    }

    private static List<String> distinct(
            Collection<MembershipKeys> keys, Function<MembershipKeys, @Nullable String> text) {
        return keys.stream()
                .flatMap(one -> Stream.ofNullable(text.apply(one)))
                .distinct()
                .toList();
    }

    private static @Nullable EmailAddress address(@Nullable String recorded, @Nullable String proved) {
        String address = proved == null ? recorded : proved;
        return address == null ? null : new EmailAddress(address);
    }

    private static @Nullable String email(MembershipKeys keys) {
        EmailAddress email = keys.email();
        return email == null ? null : email.value();
    }

    private Optional<MembershipEntity> one(String condition, Map<String, String> parameters) {
        var query = entityManager.createQuery(
                "select m from MembershipEntity m where m.customer.realmId = :realm and " + condition + " and "
                        + MemberUsers.EXIST,
                MembershipEntity.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("realm", realmId).getResultStream().findFirst();
    }
}
