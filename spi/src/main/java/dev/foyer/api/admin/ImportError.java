package dev.foyer.api.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.foyer.keycloak.Messages;
import dev.foyer.transfer.Field;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProblem;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the file that has to be mended.
 *
 * @param line from 1
 * @param field the file's name for it, if it concerns one
 * @param pointer a JSON Pointer (RFC 6901) into a JSON file
 * @param reason the stable key
 * @param message the same for people, in their language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportError(
        @Nullable Long line,
        @Nullable String field,
        @Nullable String pointer,
        String reason,
        String message) {

    /** One that is not about a location in the file. */
    ImportError(String reason, String message) {
        this(null, null, null, reason, message);
    }

    static ImportError of(ImportProblem problem, ImportFile file, Messages messages) {
        Field field = problem.field();
        return new ImportError(
                problem.location().line(),
                field == null ? null : file.nameOf(field),
                problem.location().pointer(),
                problem.refusal().reason().key(),
                messages.text(problem.refusal()));
    }
}
