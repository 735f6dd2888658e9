package dev.foyer.staff.keycloak;

import dev.foyer.membership.UserType;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.staff.StaffRole;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Whether staff may enter customers' accounts: only where the realm allows it, and there only internal users who were
 * given the role for it. To be any kind of admin is not enough.
 */
public record StaffEntry(KeycloakSession session, RealmModel realm) {

    /** Whether this user may enter now. Whoever is external may not, whatever roles they have. */
    public boolean isOpenTo(UserModel user) {
        if (!new StaffSettings(realm).allowsEntry()) {
            return false;
        }
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        RoleModel role = management == null ? null : management.getRole(StaffRole.ENTER_CUSTOMER_ACCOUNTS.key());
        return role != null
                && user.hasRole(role)
                && new MembershipServices(session, realm).userType(user) == UserType.INTERNAL;
    }
}
