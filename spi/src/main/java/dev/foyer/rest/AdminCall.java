package dev.foyer.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.invitation.Inviter;
import dev.foyer.keycloak.People;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One request to the admin API. */
public final class AdminCall extends Call {

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

    /**
     * The user accounts of people of customers, as the caller may create them.
     *
     * @throws Refusal {@code FORBIDDEN} if they shall be created and the caller may not
     */
    public <U> U users(boolean creating, UserFactory<U> factory) {
        if (creating && !auth.users().canManage()) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        return factory.of(session, realm, auth, adminEvent);
    }

    /** The caller as somebody who invites people. */
    public Inviter inviter() {
        return People.inviter(auth.adminAuth().getRealm(), auth.adminAuth().getUser(), true);
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

    /** Makes what works on Keycloak's users, out of what Keycloak gave this call. */
    @FunctionalInterface
    public interface UserFactory<U> {
        U of(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }
}
