package dev.foyer.invitation;

import dev.foyer.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A user who may have been invited.
 *
 * @param email the user's address now; null if the user has none
 * @param verified whether it is known to be the user's
 */
public record Invitee(String userId, @Nullable EmailAddress email, boolean verified) {}
