package dev.foyer.contacts;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.membership.MembershipKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People to be invited, all to the same.
 *
 * @param addresses as they were given; up to {@value #MOST}
 * @param endsAt when their memberships end; null if they never do
 */
public record InvitationRequest(
        List<String> addresses,
        MembershipKind kind,
        Grant grant,
        @Nullable Instant endsAt,
        InvitationOptions options) {

    /** How many people one request can invite. */
    public static final int MOST = 200;

    /** @throws Refusal {@code OUT_OF_RANGE} for no address or too many */
    public InvitationRequest {
        if (addresses.isEmpty() || addresses.size() > MOST) {
            throw new Refusal(InputReason.OUT_OF_RANGE, 1, MOST).at(new Pointer("/addresses"));
        }
    }
}
