package dev.foyer.api.account;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Registers {@code /realms/{realm}/customer-accounts}. */
@AutoService(RealmResourceProviderFactory.class)
public final class CustomerAccountsRealmResourceProviderFactory
        implements RealmResourceProviderFactory, StatelessFactory<RealmResourceProvider> {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CustomerAccountsRealmResourceProvider(session);
    }

    @Override
    public String getId() {
        return "customer-accounts";
    }
}
