package dev.foyer.keycloak;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/** The addresses that applications may have people sent to, by the one rule that Keycloak itself goes by. */
public record RedirectUris(KeycloakSession session, RealmModel realm) {

    /**
     * The address to send somebody to; empty unless the application exists, is enabled, and has registered it.
     *
     * @param clientId as the application calls itself
     */
    public Optional<String> find(String clientId, String uri) {
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .filter(ClientModel::isEnabled)
                .flatMap(client -> Optional.ofNullable(RedirectUtils.verifyRedirectUri(session, uri, client)));
    }
}
