package dev.foyer.membership.keycloak;

import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.CustomerDeletion;
import dev.foyer.membership.ExternalUsers;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.MembershipQueries;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.PermissionService;
import dev.foyer.membership.Permissions;
import dev.foyer.membership.Profiles;
import dev.foyer.membership.UserType;
import dev.foyer.membership.Users;
import dev.foyer.membership.jpa.JpaExternalUsers;
import dev.foyer.membership.jpa.JpaMembershipQueries;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.persistence.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** The memberships and permissions of one realm in one session. */
public record MembershipServices(KeycloakSession session, RealmModel realm) {

    public Memberships memberships() {
        return new JpaMemberships(EntityManagers.of(session), realm.getId(), users()::exists);
    }

    public MembershipService service() {
        return new MembershipService(memberships());
    }

    public MembershipQueries queries() {
        return new JpaMembershipQueries(EntityManagers.of(session), realm.getId());
    }

    /** What members are called. */
    public Profiles profiles() {
        return new KeycloakProfiles(session, realm);
    }

    public Users users() {
        return new KeycloakUsers(session, realm);
    }

    public ExternalUsers externalUsers() {
        return new JpaExternalUsers(EntityManagers.of(session), realm.getId());
    }

    /** Where a user comes from. Whom Keycloak keeps for a session only has come by an identity provider. */
    public UserType userType(UserModel user) {
        return LightweightUserAdapter.isLightweightUser(user)
                ? UserType.EXTERNAL
                : externalUsers().type(user.getId());
    }

    /** What people may do in which accounts. */
    public MemberAccess access() {
        return new MemberAccess(memberships(), KeycloakClock.INSTANCE);
    }

    public Permissions permissions() {
        return new JpaPermissions(EntityManagers.of(session), realm.getId());
    }

    public PermissionService permissionService() {
        return new PermissionService(permissions());
    }

    public CustomerDeletion customerDeletion() {
        return new CustomerDeletion(new CustomerServices(session, realm).customers(), memberships());
    }
}
