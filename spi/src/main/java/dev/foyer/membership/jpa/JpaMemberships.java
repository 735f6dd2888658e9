package dev.foyer.membership.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.jpa.Constraints;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Memberships;
import dev.foyer.text.EmailAddress;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Memberships} in the database. Bound to its realm: no query leaves it. */
public final class JpaMemberships implements Memberships {

    private final EntityManager entityManager;
    private final String realmId;

    public JpaMemberships(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
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
    public Optional<Membership> findByEmail(String customerId, EmailAddress email) {
        return one(
                        "m.customerId = :customer and m.email = :email",
                        Map.of("customer", customerId, "email", email.value()))
                .map(MembershipEntity::toMembership);
    }

    @Override
    public List<Membership> findRivals(Collection<Membership> candidates) {
        List<String> customers = texts(candidates, Membership::customerId);
        return Stream.of(
                        rivals(customers, "m.userId in :keys", texts(candidates, Membership::userId)),
                        rivals(customers, "m.email in :keys", texts(candidates, JpaMemberships::email)),
                        rivals(
                                customers,
                                "exists (from MembershipContactTypeEntity t where t.membership = m and t.permanentOf in :keys)",
                                customers))
                .flatMap(Function.identity())
                .distinct()
                .map(MembershipEntity::toMembership)
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
    }

    @Override
    public void save(Membership membership) {
        require(membership).update(membership, this::reference);
        Constraints.flush(entityManager);
    }

    @Override
    public void remove(Membership membership) {
        entityManager.remove(require(membership));
        Constraints.flush(entityManager);
    }

    private ContactTypeEntity reference(ContactType type) {
        return entityManager.getReference(ContactTypeEntity.class, type.id());
    }

    private MembershipEntity require(Membership membership) {
        return one("m.id = :id", Map.of("id", membership.id())).orElseThrow(NoResultException::new);
    }

    /** One query for each way to be a rival: each has an index of its own, their disjunction has none. */
    private Stream<MembershipEntity> rivals(List<String> customers, String condition, List<String> keys) {
        return entityManager
                .createQuery("""
                        select distinct m from MembershipEntity m
                        left join fetch m.permissions left join fetch m.contactTypes c left join fetch c.contactType
                        where m.customer.realmId = :realm and m.customer.id in :customers and %s""".formatted(condition), MembershipEntity.class)
                .setParameter("realm", realmId)
                .setParameter("customers", customers)
                .setParameter("keys", keys)
                .getResultStream();
    }

    private static List<String> texts(Collection<Membership> memberships, Function<Membership, @Nullable String> text) {
        return memberships.stream()
                .flatMap(membership -> Stream.ofNullable(text.apply(membership)))
                .distinct()
                .toList();
    }

    private static @Nullable String email(Membership membership) {
        EmailAddress email = membership.person().email();
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
