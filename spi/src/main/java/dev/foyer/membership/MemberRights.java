package dev.foyer.membership;

import dev.foyer.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a member may do with the other members of the same account: never more than they may do themselves. An owner may do
 * all there is. Whatever account somebody has selected, the one that is acted on decides.
 *
 * @param own the member's own membership, which alone decides
 */
public record MemberRights(Membership own) {

    /** Whether the member may give these permissions, in a place of this kind. */
    public boolean mayGive(MembershipKind kind, Collection<Permission> permissions) {
        return mayManage() && (isOwner() || kind != MembershipKind.OWNER) && own(permissions);
    }

    /** @throws Refusal {@code NOT_PERMITTED} unless the member is an owner */
    public void requireOwner() {
        if (!own.isActiveOwner()) {
            throw new Refusal(MembershipReason.NOT_PERMITTED);
        }
    }

    /** @throws Refusal {@code NOT_PERMITTED} unless the member manages contacts and guests */
    public void requireManage() {
        if (!mayManage()) {
            throw new Refusal(MembershipReason.NOT_PERMITTED);
        }
    }

    /**
     * @throws Refusal {@code NOT_PERMITTED} unless the member manages somebody else, which only owners do for owners; {@code
     *     OWN_MEMBERSHIP} if it is themselves
     */
    public void requireOver(Membership other) {
        requireManage();
        if (other.id().equals(own.id())) {
            throw new Refusal(MembershipReason.OWN_MEMBERSHIP);
        }
        requirePlace(other.kind());
    }

    /**
     * @throws Refusal {@code NOT_PERMITTED} unless the member can give a place of this kind, {@code GRANT_EXCEEDS_OWN} if there
     *     is a permission with it that the member does not have
     */
    public void requireGive(MembershipKind kind, Collection<Permission> permissions) {
        requireManage();
        requirePlace(kind);
        permissions.stream().filter(given -> !own(Set.of(given))).findFirst().ifPresent(beyond -> {
            throw new Refusal(MembershipReason.GRANT_EXCEEDS_OWN, beyond);
        });
    }

    /**
     * A change of somebody else. To give the access back, or the place to another person, gives all that comes with it.
     *
     * @throws Refusal as {@link #requireOver} and {@link #requireGive}, or {@code PERSON_SETTLED} if it is about the person of
     *     somebody who has entered the account
     */
    public void requireChange(Membership before, Membership after) {
        requireOver(before);
        if (before.hasEntered() && !after.person().equals(before.person())) {
            throw new Refusal(MembershipReason.PERSON_SETTLED);
        }
        boolean resumed = before.state() != after.state() && after.isActive();
        Set<Permission> given = new TreeSet<>(after.permissions());
        if (after.person().isSomebodyElseThan(before.person())) {
            given.addAll(before.permissions());
        } else if (!resumed) {
            given.removeAll(before.permissions());
        }
        requireGive(after.kind(), given);
    }

    /** The permissions that the member has and can give, out of all there are. */
    public Set<Permission> permissions(PermissionCatalogue catalogue) {
        return isOwner() ? catalogue.permissions() : own.permissions();
    }

    private void requirePlace(MembershipKind kind) {
        if (kind == MembershipKind.OWNER) {
            requireOwner();
        }
    }

    private boolean mayManage() {
        return own.isActive() && (isOwner() || own.permissions().contains(Permission.CONTACTS));
    }

    private boolean own(Collection<Permission> permissions) {
        return isOwner() || own.permissions().containsAll(permissions);
    }

    private boolean isOwner() {
        return own.kind() == MembershipKind.OWNER;
    }
}
