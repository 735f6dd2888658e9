package dev.foyer.api.admin;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Registers {@code /admin/realms/{realm}/customer-accounts}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class CustomerAccountsResourceProviderFactory
        implements AdminRealmResourceProviderFactory, StatelessFactory<AdminRealmResourceProvider> {

    public static final String ID = "customer-accounts";

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new CustomerAccountsResourceProvider();
    }

    @Override
    public String getId() {
        return ID;
    }
}
