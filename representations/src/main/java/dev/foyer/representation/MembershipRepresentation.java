package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's place in one customer.
 *
 * @param id a UUID
 * @param kind {@code owner}, {@code contact} or {@code guest}
 * @param state {@code pending}, {@code invite_sent}, {@code rejected}, {@code active} or {@code inactive}
 * @param userId the Keycloak user, if the person has one
 * @param username the name by which that user signs in
 * @param permissions their keys
 * @param contactTypes their names
 * @param createdAt milliseconds since the epoch
 * @param addressChange the last change of the person's address; missing if it is the one that was recorded first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipRepresentation(
        String id,
        CustomerReference customer,
        String kind,
        String state,
        @Nullable String userId,
        @Nullable String username,
        PersonRepresentation person,
        List<String> permissions,
        List<String> contactTypes,
        long createdAt,
        @Nullable AddressChangeRepresentation addressChange) {}
