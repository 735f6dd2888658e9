package dev.foyer.api.admin;

import dev.foyer.enablement.keycloak.EnablementServices;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Gives every realm its switch of customer accounts. */
final class CustomerAccountsResourceProvider implements AdminRealmResourceProvider {

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        return new CustomerAccountsResource(new EnablementServices(session, realm), auth, adminEvent);
    }

    @Override
    public void close() {}
}
