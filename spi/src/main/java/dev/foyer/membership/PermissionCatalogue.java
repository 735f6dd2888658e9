package dev.foyer.membership;

import dev.foyer.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permissions that exist in a realm: the seven built in and the realm's own.
 *
 * @param permissions all of them, in the order of their keys
 */
public record PermissionCatalogue(Set<Permission> permissions) {

    /** What every realm has. */
    public static final PermissionCatalogue BUILT_IN = new PermissionCatalogue(
            Stream.of("billing", "support", "provisioning", "system-configuration", "security", "contacts", "orders")
                    .map(Permission::new)
                    .collect(Collectors.toSet()));

    public PermissionCatalogue {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }

    public PermissionCatalogue with(Collection<Permission> own) {
        SortedSet<Permission> all = new TreeSet<>(permissions);
        all.addAll(own);
        return new PermissionCatalogue(all);
    }

    /** @throws Refusal {@code PERMISSION_UNKNOWN} if it does not exist in the realm */
    public Permission require(String key) {
        return permissions.stream()
                .filter(permission -> permission.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(MembershipReason.PERMISSION_UNKNOWN, key));
    }
}
