package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type the stable name of the reason: a tag (RFC 4151), not a page to open
 * @param title what the status means, in the language of {@code Accept-Language}
 * @param detail what is wrong, in the same language
 * @param pointer the member of the body that it concerns, as a JSON Pointer (RFC 6901)
 * @param parameter the query parameter or header that it concerns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemRepresentation(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String pointer,
        @Nullable String parameter) {}
