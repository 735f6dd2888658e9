package dev.foyer.realm.keycloak;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.keycloak.Foyer;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.rest.Messages;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientScopeModel.ClientScopeRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.provider.ProviderEvent;

/** Keeps customer accounts whole when realms are changed by other ways than the switch. */
public final class RealmEvents {

    private RealmEvents() {}

    public static void on(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created) {
            complete(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof ClientScopeRemovedEvent removed) {
            guard(removed.getKeycloakSession(), removed.getClientScope());
        }
    }

    /** A realm may come from a file that has them enabled. No such file can hold the roles that are in the master realm. */
    private static void complete(KeycloakSession session, RealmModel realm) {
        if (new RealmSettings(realm).isEnabled()) {
            Foyer.of(session, realm).customerAccounts().enable();
        }
    }

    /**
     * Without the scope, people would still get into every application, but for no account; and nothing could tell again
     * which applications had it. A realm that is removed as a whole has lost its clients before its scopes.
     */
    private static void guard(KeycloakSession session, ClientScopeModel scope) {
        RealmModel realm = scope.getRealm();
        if (scope.getName().equals(ScopeParts.SCOPE)
                && new RealmSettings(realm).isEnabled()
                && realm.getClientsCount() > 0) {
            Refusal refusal = new Refusal(Reason.CLIENT_SCOPE_NEEDED, scope.getName());
            throw new ModelException(
                    Messages.acceptedBy(session.getContext().getHttpRequest().getHttpHeaders())
                            .text(refusal));
        }
    }
}
