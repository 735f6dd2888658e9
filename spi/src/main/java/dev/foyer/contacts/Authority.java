package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.MemberRights;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may do with the people of one customer now. Whoever is about to change something has the customer locked
 * before: rights that are lost meanwhile are lost.
 *
 * @param rights of a member; null for staff, who may do everything but make staff persons of the customer
 */
record Authority(Actor actor, @Nullable MemberRights rights) {

    /** @throws Refusal {@code NOT_FOUND} for a member to whom the account is not open */
    static Authority of(Actor actor, String customerId, MemberAccess access) {
        return new Authority(actor, actor instanceof Actor.Staff ? null : access.require(customerId, actor.userId()));
    }

    /** @throws Refusal as {@link MemberRights#requireManage} */
    void requireManage() {
        if (rights != null) {
            rights.requireManage();
        }
    }

    /** @throws Refusal as {@link MemberRights#requireOver} */
    void requireOver(Membership other) {
        if (rights != null) {
            rights.requireOver(other);
        }
    }

    /** @throws Refusal as {@link MemberRights#requireGive} */
    void requireGive(MembershipKind kind, Collection<Permission> permissions) {
        if (rights != null) {
            rights.requireGive(kind, permissions);
        }
    }

    /** @throws Refusal {@code STAFF_AS_PERSON} where staff would offer a place to themselves */
    void requireOffer(Membership offered) {
        if (actor instanceof Actor.Staff staff) {
            staff.requireOther(offered.person());
        }
    }

    /** @throws Refusal as {@link MemberRights#requireChange}, or {@code STAFF_AS_PERSON} where staff would give staff more */
    void requireChange(Membership before, Membership after) {
        if (rights != null) {
            rights.requireChange(before, after);
        }
        if (actor instanceof Actor.Staff staff) {
            if (!after.person().equals(before.person())) {
                staff.requireOther(after.person());
            }
            if (after.userId() != null && allowsMore(before, after)) {
                staff.colleagues().requireOutside(after.userId());
            }
        }
    }

    private static boolean allowsMore(Membership before, Membership after) {
        return (after.isActive() && !before.isActive()) || !before.permissions().containsAll(after.permissions());
    }
}
