package dev.foyer.membership.jpa;

import dev.foyer.membership.ExternalUsers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.UserType;
import dev.foyer.persistence.Constraints;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** {@link ExternalUsers} in the database. */
public final class JpaExternalUsers implements ExternalUsers {

    private final EntityManager entityManager;
    private final String realmId;

    public JpaExternalUsers(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public UserType type(String userId) {
        boolean known = !entityManager
                .createQuery(
                        "select 1 from ExternalUserEntity e where e.userId = :user and e.realmId = :realm",
                        Integer.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return known ? UserType.EXTERNAL : UserType.INTERNAL;
    }

    @Override
    public void add(String userId) {
        if (type(userId) == UserType.INTERNAL) {
            entityManager.persist(new ExternalUserEntity(userId, realmId, ExternalUserEntity.NEWCOMER));
            Constraints.flush(entityManager);
        }
    }

    /**
     * Adds all whom another table knows.
     *
     * @param known the end of a query: {@code from} and {@code where}, with the parameter {@code :realm}
     * @param userId what tells the user's id there
     */
    public void addAll(String known, String userId) {
        entityManager
                .createQuery("insert into ExternalUserEntity (userId, origin, realmId) select " + userId + ", '"
                        + ExternalUserEntity.NEWCOMER + "', :realm " + known + " and not exists (select 1 from"
                        + " ExternalUserEntity e where e.userId = " + userId + " and e.realmId = :realm) group by "
                        + userId)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Adds the users of these memberships, which are in the database already. */
    void addUsersOf(Collection<Membership> memberships) {
        List<String> ids = memberships.stream()
                .filter(Membership::makesExternal)
                .map(Membership::id)
                .toList();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("""
                            insert into ExternalUserEntity (userId, origin, realmId)
                            select m.userId, min(m.id), :realm from MembershipEntity m where m.id in :ids
                            and not exists (select 1 from ExternalUserEntity e where e.userId = m.userId and e.realmId = :realm)
                            group by m.userId""")
                    .setParameter("realm", realmId)
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
