package dev.foyer.api.account;

import dev.foyer.keycloak.RealmSettings;
import jakarta.ws.rs.HttpMethod;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Gives people their accounts; a realm without customer accounts has nothing there. */
record CustomerAccountsRealmResourceProvider(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public @Nullable Object getResource() {
        if (!RealmSettings.of(session).isEnabled()) {
            return null;
        }
        return session.getContext().getHttpRequest().getHttpMethod().equals(HttpMethod.OPTIONS)
                ? new PreflightResource(session)
                : new SelfServiceResource(session);
    }

    @Override
    public void close() {}
}
