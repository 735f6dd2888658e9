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

    /** How many permissions a realm can have, the built-in ones included: all that a person has stand in their tokens. */
    public static final int MAX = 100;

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

    /**
     * Staff who add at the same moment can exceed the limit by as many as they are: it keeps tokens small, which one more does not
     * change.
     *
     * @throws Refusal {@code PERMISSION_LIMIT} if there is no room for so many more
     */
    public void requireRoom(int more) {
        if (permissions.size() + more > MAX) {
            throw new Refusal(MembershipReason.PERMISSION_LIMIT, MAX);
        }
    }

    /** @throws Refusal {@code PERMISSION_UNKNOWN} if it does not exist in the realm */
    public Permission require(String key) {
        return permissions.stream()
                .filter(permission -> permission.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(MembershipReason.PERMISSION_UNKNOWN, key));
    }
}
