package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.api.ApiReason;
import dev.foyer.staff.StaffRole;
import dev.foyer.staff.keycloak.StaffRoles;
import java.util.Arrays;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What the caller of the admin API may do with the customers of a realm: an admin of that realm or of all realms. */
final class CustomerAdmins {

    private final AdminPermissionEvaluator auth;
    private final RealmModel realm;

    /** @param realm whose customers it is about */
    public CustomerAdmins(AdminPermissionEvaluator auth, RealmModel realm) {
        this.auth = auth;
        this.realm = realm;
    }

    /** @throws Refusal {@code FORBIDDEN} unless the caller may see customers */
    public void requireView() {
        require(StaffRole.VIEW_CUSTOMERS, StaffRole.MANAGE_CUSTOMERS);
    }

    /** @throws Refusal {@code FORBIDDEN} unless the caller may change customers */
    public void requireManage() {
        require(StaffRole.MANAGE_CUSTOMERS);
    }

    private void require(StaffRole... oneOf) {
        if (Arrays.stream(oneOf).noneMatch(this::has)) {
            throw new Refusal(ApiReason.FORBIDDEN);
        }
    }

    /**
     * The token must allow the role and the user must have it. Of its own roles alone Keycloak makes sure of both; any other
     * it would believe a mapper that writes it into a token, and so whoever may change mappers.
     */
    private boolean has(StaffRole role) {
        AdminAuth caller = auth.adminAuth();
        RoleModel held = StaffRoles.client(realm, caller.getRealm()).getRole(role.key());
        return held != null && caller.getUser().hasRole(held) && auth.hasOneAdminRole(role.key());
    }
}
