package dev.foyer.staff.keycloak;

import dev.foyer.staff.StaffRole;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.RoleModel.RoleGrantedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.provider.ProviderEvent;

/**
 * Nobody gives a role of staff without having it, but who administers the whole realm: to a user, or to a group, or with a
 * group that has it. Keycloak sees to the same for its own admin roles alone, which it knows by name.
 *
 * <p>It is asked when an admin changes something by Keycloak's own admin API. What a realm gives by its own rules, such as
 * the groups of a directory, is left alone.
 */
public final class RoleGiving {

    private static final Set<String> KEYS =
            Arrays.stream(StaffRole.values()).map(StaffRole::key).collect(Collectors.toSet());

    private RoleGiving() {}

    /** @throws ForbiddenException if the admin whose request this is may not; it takes back what the request has done */
    public static void on(ProviderEvent event) {
        if (event instanceof RoleGrantedEvent granted) {
            judge(granted.getKeycloakSession(), Stream.of(granted.getRole()));
        } else if (event instanceof GroupMemberJoinEvent || event instanceof GroupUpdatedEvent) {
            GroupEvent change = (GroupEvent) event;
            judge(change.getKeycloakSession(), roles(change.getGroup()));
        }
    }

    private static void judge(KeycloakSession session, Stream<RoleModel> given) {
        UserModel giver = giver(session.getContext());
        if (giver == null || administers(session, giver)) {
            return;
        }
        RoleUtils.expandCompositeRolesStream(given)
                .filter(RoleGiving::isOfStaff)
                .filter(role -> !had(session, giver, role))
                .findFirst()
                .ifPresent(role -> {
                    throw new ForbiddenException("Only who has the role " + role.getName() + " gives it");
                });
    }

    /** The admin who changes something by Keycloak's own admin API, where that is what happens. */
    private static @Nullable UserModel giver(KeycloakContext context) {
        if (context.getBearerToken() == null || context.getHttpRequest() == null) {
            return null;
        }
        boolean reads = HttpMethod.GET.equals(context.getHttpRequest().getHttpMethod());
        // The API of customers gives nobody a role; but a user of a directory may be found there for the first time.
        boolean ours = context.getUri().getPath().matches("/?admin/realms/[^/]+/customers(/.*)?");
        return reads || ours ? null : context.getUser();
    }

    private static Stream<RoleModel> roles(@Nullable GroupModel group) {
        return group == null ? Stream.empty() : Stream.concat(group.getRoleMappingsStream(), roles(group.getParent()));
    }

    private static boolean isOfStaff(RoleModel role) {
        return KEYS.contains(role.getName())
                && role.getContainer() instanceof ClientModel client
                && AdminRoles.isAdminClient(client.getRealm(), client.getClientId());
    }

    /** In a transaction of its own, which sees nothing of this one: who gives themselves a role has it by now. */
    private static boolean had(KeycloakSession session, UserModel giver, RoleModel role) {
        String realmId = ((ClientModel) role.getContainer()).getRealm().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), before -> {
            RealmModel realm = before.realms().getRealm(realmId);
            before.getContext().setRealm(realm);
            RealmModel allRealms = before.realms().getRealmByName(Config.getAdminRealm());
            UserModel own = before.users().getUserById(realm, giver.getId());
            UserModel user = own == null ? before.users().getUserById(allRealms, giver.getId()) : own;
            return user != null
                    && Stream.of(
                                    realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID),
                                    realm.getMasterAdminClient())
                            .filter(Objects::nonNull)
                            .flatMap(client -> Stream.ofNullable(client.getRole(role.getName())))
                            .anyMatch(user::hasRole);
        });
    }

    private static boolean administers(KeycloakSession session, UserModel user) {
        ClientModel management =
                session.getContext().getRealm().getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        RoleModel realm = management == null ? null : management.getRole(AdminRoles.REALM_ADMIN);
        RoleModel all = session.realms().getRealmByName(Config.getAdminRealm()).getRole(AdminRoles.ADMIN);
        return (realm != null && user.hasRole(realm)) || user.hasRole(all);
    }
}
