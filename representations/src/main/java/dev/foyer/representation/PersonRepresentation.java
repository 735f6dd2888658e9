package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The human behind a membership, as the customer knows them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonRepresentation(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone) {

    /** Nothing recorded. */
    public static final PersonRepresentation UNRECORDED = new PersonRepresentation(null, null, null, null);
}
