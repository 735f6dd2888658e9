package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.text.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a membership takes up in its customer: nobody else can have the same there.
 *
 * @param permanentContact whether it is in the permanent contact type
 */
public record MembershipKeys(
        String membershipId,
        String customerId,
        @Nullable String userId,
        @Nullable EmailAddress email,
        boolean permanentContact) {

    /** Why it can not be taken beside another one; empty if it can, or if both are of one membership. */
    Optional<Refusal> conflict(MembershipKeys other) {
        if (membershipId.equals(other.membershipId) || !customerId.equals(other.customerId)) {
            return Optional.empty();
        }
        if ((userId != null && userId.equals(other.userId)) || (email != null && email.equals(other.email))) {
            return Optional.of(new Refusal(MembershipReason.MEMBERSHIP_EXISTS));
        }
        return permanentContact && other.permanentContact
                ? Optional.of(new Refusal(MembershipReason.CONTACT_TYPE_HOLDS_ONE))
                : Optional.empty();
    }
}
