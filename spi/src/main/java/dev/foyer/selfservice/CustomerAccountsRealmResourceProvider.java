package dev.foyer.selfservice;

import dev.foyer.keycloak.Foyer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Gives people their accounts; a realm without customer accounts has nothing there. */
record CustomerAccountsRealmResourceProvider(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public @Nullable Object getResource() {
        return Foyer.of(session).settings().isEnabled() ? new SelfServiceResource(session) : null;
    }

    @Override
    public void close() {}
}
