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

    /** RFC 9110, section 15.5.21; JAX-RS does not know it. */
    private static final int UNPROCESSABLE_CONTENT = 422;

    private static final int RETRY_AFTER_SECONDS = 10;

    private final int status;
    private final Object retryAfter;
    private final String language;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public ProblemDetails(Refusal refusal, Messages messages) {
        status = status(refusal.reason());
        // A limit knows for how long it holds.
        retryAfter =
                refusal.reason() == Reason.INVITATION_LIMIT ? refusal.details().get(0) : RETRY_AFTER_SECONDS;
        language = messages.language().toLanguageTag();
        members.put("type", type(refusal));
        members.put("title", messages.text("title-" + status));
        members.put("status", status);
        members.put("detail", messages.text(refusal));
        if (refusal.place() instanceof Refusal.Pointer pointer) {
            members.put("pointer", pointer.value());
        } else if (refusal.place() instanceof Refusal.Parameter parameter) {
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
        if (status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        } else if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        return response.build();
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
                    MEMBERSHIP_MOVE,
                    ACCOUNT_ID_DIFFERS,
                    INVITATION_ENDED,
                    OWNER_NEEDED,
                    PERMISSION_EXISTS,
                    PERMISSION_PERMANENT,
                    PERMISSION_USED,
                    IDEMPOTENCY_KEY_IN_USE -> Response.Status.CONFLICT.getStatusCode();
            case TOKEN_INVALID -> Response.Status.UNAUTHORIZED.getStatusCode();
            case FORBIDDEN, NOT_PERMITTED, OWN_MEMBERSHIP, GRANT_EXCEEDS_OWN, PERSON_SETTLED, SECOND_FACTOR_NEEDED ->
                Response.Status.FORBIDDEN.getStatusCode();
            case NOT_FOUND -> Response.Status.NOT_FOUND.getStatusCode();
            case VERSION_STALE -> Response.Status.PRECONDITION_FAILED.getStatusCode();
            case IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE_CONTENT;
            case IF_MATCH_MISSING -> Response.Status.PRECONDITION_REQUIRED.getStatusCode();
            case IMPORT_RUNNING, INVITATION_LIMIT -> Response.Status.TOO_MANY_REQUESTS.getStatusCode();
            case EMAIL_NOT_SENT -> Response.Status.BAD_GATEWAY.getStatusCode();
            case BODY_TOO_LARGE, FILE_TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
            default -> Response.Status.BAD_REQUEST.getStatusCode();
        };
    }
}
