package dev.foyer.invitation.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations;
import dev.foyer.invitation.Invitee;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Memberships;
import dev.foyer.persistence.Constraints;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@link Invitations} in the database. Bound to its realm: no query leaves it. */
public final class JpaInvitations implements Invitations {

    private final EntityManager entityManager;
    private final String realmId;
    private final Memberships memberships;
    private final Consumer<Invitation> changed;

    /** @param changed is told of each invitation that was sent or has ended */
    public JpaInvitations(
            EntityManager entityManager, String realmId, Memberships memberships, Consumer<Invitation> changed) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.memberships = memberships;
        this.changed = changed;
    }

    @Override
    public Optional<Invitation> find(String id) {
        return entities("i.id = :id", Map.of("id", id)).findFirst().map(InvitationEntity::toInvitation);
    }

    @Override
    public Optional<String> findByToken(InvitationToken token) {
        return column("i.id", "i.tokenHash = :hash", Map.of("hash", token.hash()))
                .findFirst();
    }

    @Override
    public Optional<String> customerOf(String id) {
        return StorableText.isStorable(id)
                ? column("i.customerId", "i.id = :id", Map.of("id", id)).findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<Invitation> openOf(String membershipId) {
        return entities("i.openFor = :membership", Map.of("membership", membershipId))
                .findFirst()
                .map(InvitationEntity::toInvitation);
    }

    @Override
    public List<Invitation> history(String membershipId) {
        return entities(
                        "i.membershipId = :membership order by i.createdAt desc, i.id",
                        Map.of("membership", membershipId))
                .map(InvitationEntity::toInvitation)
                .toList();
    }

    @Override
    public List<Offer> addressedTo(Invitee invitee, Instant now, int limit) {
        EmailAddress email = invitee.email();
        TypedQuery<Tuple> query = offers("""
                        i.state = SENT and i.expiresAt > :now and c.state = ACTIVE
                        and (i.userId = :user or i.userId is null and i.address = :address)
                        order by i.createdAt desc, i.id""")
                .setParameter("now", now.toEpochMilli())
                .setParameter("user", invitee.userId())
                .setParameter("address", email == null ? null : email.value());
        return query.setMaxResults(limit).getResultList().stream()
                .flatMap(this::offer)
                .toList();
    }

    @Override
    public Optional<Offer> offer(String id) {
        return offers("i.id = :id and c.state = ACTIVE").setParameter("id", id).getResultList().stream()
                .flatMap(this::offer)
                .findFirst();
    }

    @Override
    public boolean seal(String id, InvitationToken token) {
        return entityManager
                        .createQuery("""
                                update InvitationEntity i set i.tokenHash = :hash
                                where i.id = :id and i.realmId = :realm and i.state = SENT""")
                        .setParameter("hash", token.hash())
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void add(Invitation invitation) {
        // The open one that it replaces must be gone before: the database allows only one.
        Constraints.flush(entityManager);
        entityManager.persist(new InvitationEntity(realmId, invitation));
        Constraints.flush(entityManager);
        changed.accept(invitation);
    }

    @Override
    public void back(Invitation invitation) {
        entities("i.id = :id", Map.of("id", invitation.id()))
                .findFirst()
                .orElseThrow(NoResultException::new)
                .update(invitation);
        Constraints.flush(entityManager);
    }

    @Override
    public void save(Invitation invitation) {
        back(invitation);
        changed.accept(invitation);
    }

    private TypedQuery<Tuple> offers(String condition) {
        return entityManager
                .createQuery(
                        "select i, c.number, c.name from InvitationEntity i, CustomerEntity c"
                                + " where c.id = i.customerId and i.realmId = :realm and " + condition,
                        Tuple.class)
                .setParameter("realm", realmId);
    }

    private Stream<Offer> offer(Tuple row) {
        Invitation invitation = row.get(0, InvitationEntity.class).toInvitation();
        Optional<Membership> membership = memberships.find(invitation.membershipId());
        return membership.stream()
                .map(found -> new Offer(
                        invitation,
                        found,
                        new AccountNumber(row.get(1, String.class)),
                        new Name(row.get(2, String.class))));
    }

    private Stream<InvitationEntity> entities(String condition, Map<String, String> parameters) {
        TypedQuery<InvitationEntity> query = entityManager.createQuery(
                "select i from InvitationEntity i where i.realmId = :realm and " + condition, InvitationEntity.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("realm", realmId).getResultList().stream();
    }

    private Stream<String> column(String column, String condition, Map<String, String> parameters) {
        return select(column, condition, parameters).getResultList().stream();
    }

    private TypedQuery<String> select(String column, String condition, Map<String, ?> parameters) {
        TypedQuery<String> query = entityManager.createQuery(
                "select %s from InvitationEntity i where i.realmId = :realm and %s".formatted(column, condition),
                String.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("realm", realmId);
    }
}
