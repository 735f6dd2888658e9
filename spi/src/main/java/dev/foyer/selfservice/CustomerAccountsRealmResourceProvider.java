package dev.foyer.selfservice;

import dev.foyer.invitation.login.InvitationPages;
import dev.foyer.keycloak.Foyer;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/customer-accounts}; a realm without customer accounts has nothing there. */
public record CustomerAccountsRealmResourceProvider(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public @Nullable Object getResource() {
        return Foyer.of(session).settings().isEnabled() ? this : null;
    }

    @Path("invitations")
    public InvitationPages invitations() {
        return new InvitationPages(session);
    }

    @Override
    public void close() {}
}
