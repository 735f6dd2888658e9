package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.api.ApiReason;
import dev.foyer.api.Call;
import dev.foyer.contacts.Actor;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.staff.keycloak.KeycloakStaff;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One request to the admin API. */
final class AdminCall extends Call {

    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public AdminCall(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        super(session, realm);
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @Override
    protected UserModel caller() {
        return auth.adminAuth().getUser();
    }

    public CustomerAdmins admins() {
        return new CustomerAdmins(auth, realm);
    }

    /** A user of the realm whom the caller may see among Keycloak's users. */
    public Optional<UserModel> visibleUser(@Nullable String userId) {
        return Optional.ofNullable(userId)
                .map(id -> session.users().getUserById(realm, id))
                .filter(auth.users()::canView);
    }

    /** @throws Refusal {@code FORBIDDEN} unless the caller may create users */
    void requireUserManagement() {
        if (!auth.users().canManage()) {
            throw new Refusal(ApiReason.FORBIDDEN);
        }
    }

    @Override
    protected Actor.Staff actor() {
        return new Actor.Staff(
                InvitationParties.inviter(
                        auth.adminAuth().getRealm(), auth.adminAuth().getUser(), true),
                InvitationParties.invitee(auth.adminAuth().getUser()).email(),
                new KeycloakStaff(session, realm),
                new KeycloakUserAccounts(session, realm, auth, adminEvent));
    }

    /** Tells Keycloak's admin events. The representation is recorded if the realm asks for it. */
    public void report(OperationType operation, String resource, Object representation, String... path) {
        adminEvent
                .operation(operation)
                .resource(resource)
                .resourcePath(path)
                .representation(representation)
                .success();
    }
}
