package dev.foyer.api.admin;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Registers {@code /admin/realms/{realm}/customers}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class CustomersResourceProviderFactory
        implements AdminRealmResourceProviderFactory, StatelessFactory<AdminRealmResourceProvider> {

    public static final String ID = "customers";

    private final ImportTurns turns = new ImportTurns();

    @SuppressWarnings("NullAway.Init")
    private ImportLimits limits;

    @Override
    public void init(Config.Scope config) {
        limits = ImportLimits.of(config);
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new CustomersResourceProvider(limits, turns);
    }

    @Override
    public String getId() {
        return ID;
    }
}
