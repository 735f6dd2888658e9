package dev.foyer.api;

import dev.foyer.Refusal;
import dev.foyer.keycloak.ServerErrors;
import dev.foyer.persistence.Contention;
import dev.foyer.persistence.PersistenceReason;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * A request to Foyer that the database ended in favour of another one is refused, whatever statement it had come to. Failures of
 * Keycloak's own resources are answered as before.
 */
@Provider
public final class ContentionMapper implements ExceptionMapper<PersistenceException> {

    private static final String OURS = "dev.foyer.";

    @Override
    public Response toResponse(PersistenceException failure) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        return Contention.isBehind(failure) && isOurs(session)
                ? new RefusalMapper().toResponse(new Refusal(PersistenceReason.CONTENDED))
                : ServerErrors.answer(session, failure);
    }

    private static boolean isOurs(KeycloakSession session) {
        return session.getContext().getUri().getMatchedResources().stream()
                .anyMatch(resource -> resource.getClass().getName().startsWith(OURS));
    }
}
