package dev.foyer.staff.keycloak;

import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Where the roles of staff are. */
public final class StaffRoles {

    private StaffRoles() {}

    /**
     * The client whose roles say what a user of one realm may do in another, or in the same.
     *
     * @param realm in which something is done
     * @param home where the user lives
     */
    public static ClientModel client(RealmModel realm, RealmModel home) {
        return home.getName().equals(Config.getAdminRealm())
                ? realm.getMasterAdminClient()
                : realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }
}
