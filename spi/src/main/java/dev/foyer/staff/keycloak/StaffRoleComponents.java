package dev.foyer.staff.keycloak;

import static dev.foyer.staff.StaffRole.MANAGE_CUSTOMERS;
import static dev.foyer.staff.StaffRole.VIEW_CUSTOMERS;

import dev.foyer.feature.RealmComponent;
import dev.foyer.staff.StaffRole;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The roles of staff, where Keycloak has its own for admins: on a client of the realm for the realm's admins, on another
 * one of the master realm for the admins of all realms.
 */
public final class StaffRoleComponents {

    private final String prefix;
    private final ClientModel client;
    private final RoleModel admin;

    private StaffRoleComponents(String prefix, ClientModel client, RoleModel admin) {
        this.prefix = prefix;
        this.client = client;
        this.admin = admin;
    }

    public static Stream<RealmComponent> of(KeycloakSession session, RealmModel realm) {
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        StaffRoleComponents forAllRealms =
                new StaffRoleComponents("master-", realm.getMasterAdminClient(), master.getRole(AdminRoles.ADMIN));
        if (realm.equals(master)) {
            return forAllRealms.parts();
        }
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        StaffRoleComponents forRealm =
                new StaffRoleComponents("", management, management.getRole(AdminRoles.REALM_ADMIN));
        return Stream.concat(forRealm.parts(), forAllRealms.parts());
    }

    private Stream<RealmComponent> parts() {
        return Stream.concat(
                Arrays.stream(StaffRole.values()).map(this::role),
                Stream.of(
                        inclusion(MANAGE_CUSTOMERS.key(), () -> require(MANAGE_CUSTOMERS), VIEW_CUSTOMERS),
                        inclusion("admin", () -> admin, VIEW_CUSTOMERS),
                        inclusion("admin", () -> admin, MANAGE_CUSTOMERS)));
    }

    private RealmComponent role(StaffRole role) {
        return new RealmComponent(
                prefix + "role-" + role.key(),
                () -> find(role).isPresent(),
                () -> client.addRole(role.key()).setDescription("${role_" + role.key() + "}"),
                () -> client.removeRole(require(role)));
    }

    private RealmComponent inclusion(String name, Supplier<RoleModel> whole, StaffRole included) {
        return new RealmComponent(
                prefix + name + "-includes-" + included.key(),
                () -> find(included)
                        .filter(role -> whole.get().getCompositesStream().anyMatch(role::equals))
                        .isPresent(),
                () -> whole.get().addCompositeRole(require(included)),
                () -> whole.get().removeCompositeRole(require(included)));
    }

    private Optional<RoleModel> find(StaffRole role) {
        return Optional.ofNullable(client.getRole(role.key()));
    }

    private RoleModel require(StaffRole role) {
        return find(role).orElseThrow();
    }
}
