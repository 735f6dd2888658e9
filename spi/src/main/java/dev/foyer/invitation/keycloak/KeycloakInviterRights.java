package dev.foyer.invitation.keycloak;

import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.InviterRights;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.Membership;
import dev.foyer.staff.StaffRole;
import dev.foyer.staff.keycloak.StaffRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** {@link InviterRights} by the roles of staff and the memberships of everybody else, as they are now. */
record KeycloakInviterRights(KeycloakSession session, RealmModel realm, MemberAccess access) implements InviterRights {

    @Override
    public boolean mayOffer(Inviter inviter, Membership offered) {
        RealmModel home = session.realms().getRealm(inviter.realmId());
        UserModel user = home == null ? null : session.users().getUserById(home, inviter.userId());
        if (user == null || !user.isEnabled()) {
            return false;
        }
        return inviter.staff() ? isCustomersAdmin(home, user) : isOfferedBy(user, offered);
    }

    private boolean isCustomersAdmin(RealmModel home, UserModel user) {
        RoleModel role = StaffRoles.client(realm, home).getRole(StaffRole.MANAGE_CUSTOMERS.key());
        return role != null && user.hasRole(role);
    }

    private boolean isOfferedBy(UserModel user, Membership offered) {
        return access.find(offered.customerId(), user.getId())
                .filter(rights -> rights.mayGive(offered.kind(), offered.permissions()))
                .isPresent();
    }
}
