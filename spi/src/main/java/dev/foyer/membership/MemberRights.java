package dev.foyer.membership;

import java.util.Collection;

/**
 * What a member may do with the other members of the same account: never more than they may do themselves.
 *
 * @param own the member's own membership, which alone decides
 */
public record MemberRights(Membership own) {

    /** Whether the member manages contacts and guests: an owner, or who has been given it. */
    public boolean mayManage() {
        return own.state() == MembershipState.ACTIVE
                && (isOwner() || own.permissions().contains(Permission.CONTACTS));
    }

    /** Whether the member may give these permissions, in a place of this kind. */
    public boolean mayGive(MembershipKind kind, Collection<Permission> permissions) {
        return mayManage() && (isOwner() || (kind != MembershipKind.OWNER && has(permissions)));
    }

    /** Whether the member may change or remove somebody else: nobody changes their own place, and only owners an owner's. */
    public boolean mayChange(Membership other) {
        return mayManage() && !other.id().equals(own.id()) && (isOwner() || other.kind() != MembershipKind.OWNER);
    }

    private boolean has(Collection<Permission> permissions) {
        return own.permissions().containsAll(permissions);
    }

    private boolean isOwner() {
        return own.kind() == MembershipKind.OWNER;
    }
}
