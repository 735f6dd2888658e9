package dev.foyer.realm.rest;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import dev.foyer.realm.keycloak.RealmEvents;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Registers {@code /admin/realms/{realm}/customer-accounts}, and what has to be seen to when realms change otherwise. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class CustomerAccountsResourceProviderFactory
        implements AdminRealmResourceProviderFactory, StatelessFactory<AdminRealmResourceProvider> {

    public static final String ID = "customer-accounts";

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new CustomerAccountsResourceProvider();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(RealmEvents::on);
    }

    @Override
    public String getId() {
        return ID;
    }
}
