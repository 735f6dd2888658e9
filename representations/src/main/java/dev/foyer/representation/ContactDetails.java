package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered in a customer. An address that is a user's already becomes an invitation as a guest.
 *
 * @param permissions keys of the realm's catalogue
 * @param contactTypes names of the customer's contact types
 * @param createUser whether the person is given a user account at the same moment, false unless said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactDetails(
        @Nullable PersonRepresentation person,
        @Nullable List<String> permissions,
        @Nullable List<String> contactTypes,
        @Nullable Boolean createUser) {}
