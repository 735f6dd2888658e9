package dev.foyer.membership.keycloak;

import dev.foyer.membership.jpa.MemberUsers;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.UserRows;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Takes away what is kept of users whom an admin removes by the storage that they come from: Keycloak tells nobody of that, by no
 * event of any kind. It happens in the request's transaction, which ends after all filters but one.
 */
@Provider
public final class RemovalsInBulk implements ContainerResponseFilter {

    private static final Pattern REMOVES_IMPORTED = Pattern.compile(".*/user-storage/[^/]+/remove-imported-users/?");
    private static final Pattern COMPONENT = Pattern.compile(".*/admin/realms/[^/]+/components/[^/]+/?");

    /** More are left to {@link DepartedUsers}: they do not count any more, and nobody waits for their rows. */
    private static final int AT_ONCE = 1000;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (removes(request) && response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            RealmModel realm = session == null ? null : session.getContext().getRealm();
            if (session != null
                    && realm != null
                    && session.getTransactionManager().isActive()) {
                EntityManager entityManager = EntityManagers.of(session);
                MemberUsers.gone(entityManager, realm.getId(), AT_ONCE)
                        .forEach(userId -> UserRows.remove(entityManager, userId));
            }
        }
    }

    private static boolean removes(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        return switch (request.getMethod()) {
            case HttpMethod.POST -> REMOVES_IMPORTED.matcher(path).matches();
            case HttpMethod.DELETE -> COMPONENT.matcher(path).matches();
            default -> false;
        };
    }
}
