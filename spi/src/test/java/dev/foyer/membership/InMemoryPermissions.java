package dev.foyer.membership;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A realm's permissions in memory, for tests of the domain. */
public final class InMemoryPermissions implements Permissions {

    private final InMemoryMemberships memberships;
    private PermissionCatalogue catalogue = PermissionCatalogue.BUILT_IN;

    public InMemoryPermissions(InMemoryMemberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public PermissionCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public PermissionCatalogue lockCatalogue() {
        return catalogue;
    }

    @Override
    public void add(Permission permission) {
        catalogue = catalogue.with(List.of(permission));
    }

    @Override
    public void remove(Permission permission) {
        Set<Permission> left = new TreeSet<>(catalogue.permissions());
        left.remove(permission);
        catalogue = new PermissionCatalogue(left);
    }

    @Override
    public boolean isUsed(Permission permission) {
        return memberships.anyHas(permission);
    }
}
