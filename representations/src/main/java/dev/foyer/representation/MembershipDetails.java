package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a membership is to say, when it is recorded or in a merge patch: lists are replaced as a whole, a null takes away what is
 * recorded of the person.
 *
 * @param permissions keys of the realm's catalogue
 * @param contactTypes names of the customer's contact types
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipDetails(
        @Nullable PersonRepresentation person,
        @Nullable List<String> permissions,
        @Nullable List<String> contactTypes) {}
