package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of one address.
 *
 * @param address as it was given
 * @param membershipId the membership that is offered; missing if the invitation was refused
 * @param type why it was refused, as in problem details (RFC 9457)
 * @param detail the same in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResult(
        String address,
        @Nullable String membershipId,
        @Nullable String type,
        @Nullable String detail) {}
