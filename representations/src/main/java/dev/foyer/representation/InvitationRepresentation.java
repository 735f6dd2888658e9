package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One invitation, as kept in the history of a membership.
 *
 * @param id a UUID
 * @param state {@code sent}, {@code accepted}, {@code rejected}, {@code revoked} or {@code expired}
 * @param addressChange how the person's address had come to be this one; missing if it was the one that was recorded first,
 *     and once the person has another one
 * @param inviter the name of who invited, or has changed since what is offered
 * @param staff whether that was staff
 * @param createdAt milliseconds since the epoch
 * @param expiresAt milliseconds since the epoch
 * @param endedAt milliseconds since the epoch; missing while it is open
 * @param endedBy the part of who ended it: "invitee", "inviter", or "other" for anybody else who manages
 *     the account; missing while it is open, and if it ended by itself
 * @param mail how far the mail is; missing once there is nothing to be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationRepresentation(
        String id,
        String state,
        String address,
        @Nullable AddressChangeRepresentation addressChange,
        String inviter,
        boolean staff,
        @Nullable String language,
        @Nullable String message,
        @Nullable RedirectRepresentation redirect,
        long createdAt,
        long expiresAt,
        @Nullable Long endedAt,
        @Nullable String endedBy,
        @Nullable MailRepresentation mail) {

    /**
     * How far a mail is.
     *
     * @param state {@code waiting}, {@code sent}, or {@code failed} when it was given up
     * @param attempts how often it was tried
     * @param triedAt the last time, in milliseconds since the epoch
     * @param reason why it failed that time: {@code mail-address-refused}, {@code mail-address-unusable} or
     *     {@code mail-refused}, which are final; {@code mail-delayed}, {@code mail-server-unavailable} or
     *     {@code mail-unwritten}, after which it is tried again while the state is {@code waiting}; missing if it did not fail
     * @param detail the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MailRepresentation(
            String state,
            int attempts,
            @Nullable Long triedAt,
            @Nullable String reason,
            @Nullable String detail) {}
}
