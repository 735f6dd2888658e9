package dev.foyer.api;

import dev.foyer.Refusal;
import dev.foyer.keycloak.Messages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** The one place where a refusal becomes an answer, and undoes what the request did before. */
@Provider
public final class RefusalMapper implements ExceptionMapper<Refusal> {

    @Override
    public Response toResponse(Refusal refusal) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        session.getTransactionManager().setRollbackOnly();
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        return new ProblemDetails(refusal, Messages.acceptedBy(headers)).toResponse();
    }
}
