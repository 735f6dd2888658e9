package dev.foyer.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** A refusal as the answer to a request: problem details (RFC 9457). */
public final class ProblemDetails {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A tag (RFC 4151) followed by the key of the reason: a name to compare, not a page to open. */
    private static final String TYPE_PREFIX = "tag:foyer.dev,2026:";

    private final int status;
    private final String language;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public ProblemDetails(Refusal refusal, Messages messages) {
        status = status(refusal.reason());
        language = messages.language().toLanguageTag();
        members.put("type", TYPE_PREFIX + refusal.reason().key());
        members.put("title", messages.text("title-" + status));
        members.put("status", status);
        members.put("detail", messages.text(refusal));
    }

    /** Adds an extension member (RFC 9457, section 3.2). */
    public ProblemDetails with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Response toResponse() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .entity(json())
                .build();
    }

    private String json() {
        try {
            return JsonSerialization.writeValueAsString(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case ACCOUNT_ID_TAKEN,
                    CLIENT_SCOPE_NEEDED,
                    CLIENT_SCOPE_OCCUPIED,
                    CONTACT_TYPE_EXISTS,
                    CONTACT_TYPE_HOLDS_ONE,
                    CONTACT_TYPE_PERMANENT,
                    MEMBERSHIP_EXISTS,
                    MEMBERSHIP_MOVE -> Response.Status.CONFLICT.getStatusCode();
            case FILE_TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
            default -> Response.Status.BAD_REQUEST.getStatusCode();
        };
    }
}
