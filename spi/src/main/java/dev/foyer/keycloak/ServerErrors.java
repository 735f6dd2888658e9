package dev.foyer.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/** What Keycloak answers where something fails. */
public final class ServerErrors {
    private ServerErrors() {}

    /** Its answer to a failure, which it logs; the transaction is rolled back. */
    public static Response answer(KeycloakSession session, Throwable failure) {
        return KeycloakErrorHandler.getResponse(session, failure);
    }
}
