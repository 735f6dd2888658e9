package dev.foyer.membership;

import dev.foyer.Refusal;

/** Adds to a realm's catalogue of permissions and takes away from it. */
public record PermissionService(Permissions permissions) {

    /** @throws Refusal {@code PERMISSION_EXISTS}, or {@code PERMISSION_LIMIT} as {@link PermissionCatalogue#requireRoom} */
    public void add(Permission permission) {
        PermissionCatalogue catalogue = permissions.catalogue();
        if (catalogue.permissions().contains(permission)) {
            throw new Refusal(MembershipReason.PERMISSION_EXISTS);
        }
        catalogue.requireRoom(1);
        permissions.add(permission);
    }

    /**
     * @throws Refusal {@code NOT_FOUND}, {@code PERMISSION_PERMANENT} for a built-in one, or {@code PERMISSION_USED} as long
     *     as anybody has it: added again later, it must not come back to them
     */
    public Permission remove(String key) {
        Permission removed = permissions.catalogue().permissions().stream()
                .filter(permission -> permission.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (PermissionCatalogue.BUILT_IN.permissions().contains(removed)) {
            throw new Refusal(MembershipReason.PERMISSION_PERMANENT, removed);
        }
        permissions.remove(removed);
        if (permissions.isUsed(removed)) {
            throw new Refusal(MembershipReason.PERMISSION_USED, removed);
        }
        return removed;
    }
}
