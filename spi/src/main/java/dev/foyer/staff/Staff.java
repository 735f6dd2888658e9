package dev.foyer.staff;

import dev.foyer.Refusal;
import java.util.Set;

/**
 * Who is staff in a realm: whoever has one of the {@link StaffRole}s, today.
 *
 * <p>Staff make no staff a person of a customer, neither each other nor themselves: that would open an account for good and
 * unmarked, where {@link StaffRole#ENTER_CUSTOMER_ACCOUNTS} opens it for a while. A customer's own members may invite them.
 */
@FunctionalInterface
public interface Staff {

    /** Those of these users who are. */
    Set<String> among(Set<String> userIds);

    default boolean includes(String userId) {
        return !among(Set.of(userId)).isEmpty();
    }

    /** @throws Refusal {@code STAFF_AS_PERSON} if staff would make this user a person of a customer, who is staff too */
    default void requireOutside(String userId) {
        if (includes(userId)) {
            throw new Refusal(StaffReason.STAFF_AS_PERSON);
        }
    }
}
