package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a member sees it.
 *
 * @param id a UUID
 * @param number the account ID
 * @param type {@code company} or {@code individual}
 * @param kind what the member is there: {@code owner}, {@code contact} or {@code guest}
 * @param permissions the keys of what the member may do there and may let others do; an owner may everything
 * @param contactTypes the names of those that the member is in
 * @param endsAt when the membership ends by itself, in milliseconds since the epoch
 * @param selected whether the access token is for this account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountRepresentation(
        String id,
        String number,
        String name,
        String type,
        boolean agency,
        String kind,
        List<String> permissions,
        List<String> contactTypes,
        @Nullable Long endsAt,
        boolean selected) {}
