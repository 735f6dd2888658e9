package dev.foyer.api;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.keycloak.Messages;
import dev.foyer.persistence.PersistenceReason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** A refusal as the answer to a request: problem details (RFC 9457). */
public final class ProblemDetails {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A tag (RFC 4151) followed by the key of the reason: a name to compare, not a page to open. */
    private static final String TYPE_PREFIX = "tag:foyer.dev,2026:";

    /** The titles, by status. */
    private static final String TITLES = "dev.foyer.api.messages";

    private static final int RETRY_AFTER_SECONDS = 10;

    /** Whoever was faster is done by then. */
    private static final int CONTENTION_SECONDS = 1;

    private final int status;
    private final @Nullable Object retryAfter;
    private final String language;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public ProblemDetails(Refusal refusal, Messages messages) {
        status = status(refusal.reason());
        retryAfter = retryAfter(refusal);
        language = messages.language().toLanguageTag();
        members.put("type", type(refusal));
        members.put("title", messages.text(TITLES, "title-" + status));
        members.put("status", status);
        members.put("detail", messages.text(refusal));
        if (refusal.location() instanceof Refusal.Pointer pointer) {
            members.put("pointer", pointer.value());
        } else if (refusal.location() instanceof Refusal.Parameter parameter) {
            members.put("parameter", parameter.name());
        }
    }

    /** What names the reason of a refusal. */
    public static String type(Refusal refusal) {
        return TYPE_PREFIX + refusal.reason().key();
    }

    /** Adds an extension member (RFC 9457, section 3.2). */
    public ProblemDetails with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .entity(json());
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        } else if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        return response.build();
    }

    /** In seconds. */
    private static @Nullable Object retryAfter(Refusal refusal) {
        if (refusal.reason() == PersistenceReason.CONTENDED) {
            return CONTENTION_SECONDS;
        }
        // A limit knows for how long it holds.
        return refusal.reason().kind() == Reason.Kind.LIMITED
                ? refusal.details().stream()
                        .filter(Number.class::isInstance)
                        .findFirst()
                        .orElse(RETRY_AFTER_SECONDS)
                : null;
    }

    private String json() {
        try {
            return JsonSerialization.writeValueAsString(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 9110, section 15.5 and 15.6.3; RFC 6585, sections 3 and 4. */
    private static int status(Reason reason) {
        return switch (reason.kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case ABSENT -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case CONTRADICTORY -> 422;
            case UNCONDITIONAL -> 428;
            case LIMITED -> 429;
            case UNDELIVERED -> 502;
        };
    }
}
