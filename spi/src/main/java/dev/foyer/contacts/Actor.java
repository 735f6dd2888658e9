package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.invitation.Inviter;
import dev.foyer.membership.Person;
import dev.foyer.staff.StaffReason;
import dev.foyer.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Who looks after the people of a customer, and by which right. */
public sealed interface Actor {

    /** The same as somebody who invites people. */
    Inviter inviter();

    /** The id of the user who acts. */
    default String userId() {
        return inviter().userId();
    }

    /**
     * Staff, whose role has been asked for: they may do everything but make staff persons of a customer.
     *
     * @param address their own; null if they have none
     * @param colleagues who else is staff
     * @param accounts where they create user accounts
     */
    record Staff(
            Inviter inviter, @Nullable EmailAddress address, dev.foyer.staff.Staff colleagues, UserAccounts accounts)
            implements Actor {

        /**
         * @throws Refusal {@code STAFF_AS_PERSON} for a place that would be their own. Whose other addresses are is not asked,
         *     and so not told: staff who are invited are refused when they accept.
         */
        void requireOther(Person person) {
            if (address != null && address.equals(person.email())) {
                throw new Refusal(StaffReason.STAFF_AS_PERSON);
            }
        }
    }

    /** A member of the customer, who may do what their own membership allows at that moment. */
    record Member(Inviter inviter) implements Actor {}
}
