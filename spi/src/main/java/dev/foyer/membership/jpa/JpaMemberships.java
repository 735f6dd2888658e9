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
import java.util.Map;
import java.util.Optional;

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
    public Optional<Membership> findPermanentContact(String customerId) {
        return one(
                        "exists (from MembershipContactTypeEntity t where t.membership = m and t.permanentOf = :customer)",
                        Map.of("customer", customerId))
                .map(MembershipEntity::toMembership);
    }

    @Override
    public void add(Membership membership) {
        CustomerEntity customer = entityManager.getReference(CustomerEntity.class, membership.customerId());
        entityManager.persist(new MembershipEntity(customer, membership, this::reference));
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

    private Optional<MembershipEntity> one(String condition, Map<String, String> parameters) {
        var query = entityManager.createQuery(
                "select m from MembershipEntity m where m.customer.realmId = :realm and " + condition,
                MembershipEntity.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("realm", realmId).getResultStream().findFirst();
    }
}
