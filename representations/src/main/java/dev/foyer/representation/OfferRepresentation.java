package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation as its invitee sees it.
 *
 * @param id a UUID
 * @param number the account ID of the customer
 * @param name the name of the customer
 * @param inviter the name of who invited
 * @param kind {@code owner}, {@code contact} or {@code guest}
 * @param permissions the keys of what would be allowed
 * @param contactTypes their names
 * @param endsAt when the membership would end by itself, in milliseconds since the epoch
 * @param createdAt milliseconds since the epoch
 * @param expiresAt milliseconds since the epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferRepresentation(
        String id,
        String number,
        String name,
        String inviter,
        String kind,
        List<String> permissions,
        List<String> contactTypes,
        @Nullable String message,
        @Nullable Long endsAt,
        long createdAt,
        long expiresAt) {}
