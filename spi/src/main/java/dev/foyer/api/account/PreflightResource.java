package dev.foyer.api.account;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/** What browsers ask before they call from another origin. Which origins may, the token says when it comes. */
public final class PreflightResource {

    private final KeycloakSession session;

    PreflightResource(KeycloakSession session) {
        this.session = session;
    }

    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        session.getProvider(Cors.class)
                .preflight()
                .auth()
                .allowedMethods(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE)
                .add();
        Set<String> headers = new TreeSet<>(Cors.DEFAULT_ALLOW_HEADERS);
        headers.addAll(Set.of(HttpHeaders.AUTHORIZATION, HttpHeaders.IF_MATCH, "Idempotency-Key"));
        session.getContext().getHttpResponse().setHeader(Cors.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", headers));
        return Response.ok().build();
    }
}
