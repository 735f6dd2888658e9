package dev.foyer.membership.jpa;

import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Permissions;
import jakarta.persistence.EntityManager;

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
    public void add(Permission permission) {
        if (!catalogue().permissions().contains(permission)) {
            entityManager.persist(new PermissionEntity(realmId, permission.key()));
        }
    }
}
