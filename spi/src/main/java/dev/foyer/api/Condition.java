package dev.foyer.api;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;

/**
 * What a request makes its change depend on (RFC 9110, section 13.1). Whether it holds is asked of the representation that is
 * there when nobody else can change it any more. Keycloak's server reads a tag without its quotes, and {@code *} within
 * quotes, as what they are meant to be.
 */
public record Condition(Request request) {

    /** @throws Refusal {@code IF_MATCH_MISSING} if the request does not say which representation it is made for */
    public static Condition required(Request request, HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new Refusal(ApiReason.IF_MATCH_MISSING).at(new Parameter(HttpHeaders.IF_MATCH));
        }
        return new Condition(request);
    }

    /** @throws Refusal {@code VERSION_STALE} if another representation is meant than the present one */
    public void require(Object present) {
        if (request.evaluatePreconditions(EntityTags.of(present)) != null) {
            throw new Refusal(ApiReason.VERSION_STALE).at(new Parameter(HttpHeaders.IF_MATCH));
        }
    }
}
