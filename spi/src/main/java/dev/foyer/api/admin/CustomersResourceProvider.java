package dev.foyer.api.admin;

import dev.foyer.keycloak.RealmSettings;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Gives a realm its customers; one without customer accounts has nothing there. */
record CustomersResourceProvider(ImportLimits limits, ImportTurns turns) implements AdminRealmResourceProvider {

    @Override
    public @Nullable Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        return new RealmSettings(realm).isEnabled()
                ? new CustomersResource(
                        new AdminCall(session, realm, auth, adminEvent),
                        new ImportResource(session, realm, auth, adminEvent, limits, turns),
                        new ExportResource(session, realm, auth, adminEvent))
                : null;
    }

    @Override
    public void close() {}
}
