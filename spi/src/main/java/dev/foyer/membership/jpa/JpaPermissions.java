package dev.foyer.membership.jpa;

import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Permissions;
import dev.foyer.persistence.Constraints;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** {@link Permissions} in the database. */
public final class JpaPermissions implements Permissions {

    private final EntityManager entityManager;
    private final String realmId;

    public JpaPermissions(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public PermissionCatalogue catalogue() {
        return PermissionCatalogue.BUILT_IN.with(entityManager
                .createQuery("select p.permission from PermissionEntity p where p.realmId = :realm", String.class)
                .setParameter("realm", realmId)
                .getResultStream()
                .map(Permission::new)
                .toList());
    }

    @Override
    public PermissionCatalogue lockCatalogue() {
        return PermissionCatalogue.BUILT_IN.with(entityManager
                .createQuery("select p from PermissionEntity p where p.realmId = :realm", PermissionEntity.class)
                .setParameter("realm", realmId)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream()
                .map(PermissionEntity::toPermission)
                .toList());
    }

    @Override
    public void add(Permission permission) {
        if (!catalogue().permissions().contains(permission)) {
            entityManager.persist(new PermissionEntity(realmId, permission.key()));
        }
        Constraints.flush(entityManager);
    }

    @Override
    public void remove(Permission permission) {
        entityManager
                .createQuery("delete from PermissionEntity where realmId = :realm and permission = :permission")
                .setParameter("realm", realmId)
                .setParameter("permission", permission.key())
                .executeUpdate();
    }

    @Override
    public boolean isUsed(Permission permission) {
        return !entityManager
                .createQuery("""
                        select 1 from MembershipEntity m join m.permissions p
                        where p = :permission and m.customer.realmId = :realm""", Integer.class)
                .setParameter("realm", realmId)
                .setParameter("permission", permission.key())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
