package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People to be invited, and what all of them are offered.
 *
 * @param addresses e-mail addresses, 1 to 200
 * @param kind {@code owner}, {@code contact} or, unless said, {@code guest}
 * @param permissions keys of the realm's catalogue
 * @param contactTypes names of the customer's contact types
 * @param language of the mail, as a BCP 47 tag that the realm supports, for invitees who have not chosen one themselves;
 *     the realm's unless said
 * @param message plain text of at most 500 characters
 * @param endsAt when the membership ends by itself, in milliseconds since the epoch; never unless said
 * @param redirect where the invitee goes on to; the account console unless said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationDetails(
        @Nullable List<String> addresses,
        @Nullable String kind,
        @Nullable List<String> permissions,
        @Nullable List<String> contactTypes,
        @Nullable String language,
        @Nullable String message,
        @Nullable Long endsAt,
        @Nullable RedirectRepresentation redirect) {}
