package dev.foyer.keycloak;

import dev.foyer.realm.StaffRole;
import dev.foyer.token.ActingAccounts;
import dev.foyer.token.UserType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Whether staff may enter customers' accounts: only where the realm allows it, and there only internal users who were
 * given the role for it. To be any kind of admin is not enough.
 */
public final class StaffEntry {

    private final RealmModel realm;
    private final ActingAccounts acting;

    StaffEntry(RealmModel realm, ActingAccounts acting) {
        this.realm = realm;
        this.acting = acting;
    }

    /** Whether this user may enter now. Whoever belongs to a customer may not, whatever roles they have. */
    public boolean isOpenTo(UserModel user) {
        if (!new RealmSettings(realm).allowsStaffEntry()) {
            return false;
        }
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        RoleModel role = management == null ? null : management.getRole(StaffRole.ENTER_CUSTOMER_ACCOUNTS.key());
        return role != null && user.hasRole(role) && acting.userType(user.getId()) == UserType.INTERNAL;
    }
}
