package dev.foyer.customer.rest;

import dev.foyer.realm.rest.ExportResource;
import dev.foyer.realm.rest.ImportLimits;
import dev.foyer.realm.rest.ImportResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The customers of a realm, for its admins. */
public final class CustomersResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final ImportLimits limits;

    CustomersResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            ImportLimits limits) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.limits = limits;
    }

    @Path("export")
    public ExportResource export() {
        return new ExportResource(session, realm, auth, adminEvent);
    }

    @Path("import")
    public ImportResource imports() {
        return new ImportResource(session, realm, auth, adminEvent, limits);
    }
}
