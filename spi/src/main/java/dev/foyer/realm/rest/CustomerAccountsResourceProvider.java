package dev.foyer.realm.rest;

import dev.foyer.keycloak.Foyer;
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
        return new CustomerAccountsResource(Foyer.of(session, realm).customerAccounts(), auth, adminEvent);
    }

    @Override
    public void close() {}
}
