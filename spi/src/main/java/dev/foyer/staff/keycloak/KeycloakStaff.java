package dev.foyer.staff.keycloak;

import dev.foyer.staff.Staff;
import dev.foyer.staff.StaffRole;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** {@link Staff} by the roles of Keycloak's users, however they come by them. */
public record KeycloakStaff(KeycloakSession session, RealmModel realm) implements Staff {

    @Override
    public Set<String> among(Set<String> userIds) {
        ClientModel client = StaffRoles.client(realm, realm);
        List<RoleModel> roles = Arrays.stream(StaffRole.values())
                .map(role -> client.getRole(role.key()))
                .filter(Objects::nonNull)
                .toList();
        return userIds.stream()
                .filter(id -> {
                    UserModel user = session.users().getUserById(realm, id);
                    return user != null && roles.stream().anyMatch(user::hasRole);
                })
                .collect(Collectors.toSet());
    }
}
