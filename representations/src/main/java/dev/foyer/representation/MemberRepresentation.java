package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a customer as another one sees it. Which Keycloak user it is, if any, is not for colleagues to know.
 *
 * @param id a UUID
 * @param kind {@code owner}, {@code contact} or {@code guest}
 * @param state {@code pending}, {@code invite_sent}, {@code rejected}, {@code active} or {@code inactive}
 * @param own whether it is the caller
 * @param permissions their keys
 * @param contactTypes their names
 * @param createdAt milliseconds since the epoch
 * @param endsAt when the membership ends by itself, in milliseconds since the epoch
 * @param addressChange the last change of the person's address; missing if it is the one that was recorded first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberRepresentation(
        String id,
        String kind,
        String state,
        boolean own,
        PersonRepresentation person,
        List<String> permissions,
        List<String> contactTypes,
        long createdAt,
        @Nullable Long endsAt,
        @Nullable AddressChangeRepresentation addressChange) {}
