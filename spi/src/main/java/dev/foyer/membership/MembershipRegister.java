package dev.foyer.membership;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.ContactType;
import dev.foyer.text.EmailAddress;
import java.util.Optional;

/** Keeps the rules that one membership can not see by itself. The database holds the same rules against races. */
public final class MembershipRegister {

    private final Memberships memberships;

    public MembershipRegister(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if the user or the address is a member of the customer already,
     *     {@code CONTACT_TYPE_HOLDS_ONE} if somebody is in the permanent contact type already
     */
    public void add(Membership membership) {
        requireNew(membership);
        requireFreePlace(membership);
        memberships.add(membership);
    }

    /** @throws Refusal {@code CONTACT_TYPE_HOLDS_ONE} if somebody else is in the permanent contact type */
    public void save(Membership membership) {
        requireFreePlace(membership);
        memberships.save(membership);
    }

    private void requireNew(Membership membership) {
        String userId = membership.userId();
        EmailAddress email = membership.person().email();
        if (userId != null) {
            memberships.findByUser(membership.customerId(), userId).ifPresent(MembershipRegister::refuse);
        }
        if (email != null) {
            memberships.findByEmail(membership.customerId(), email).ifPresent(MembershipRegister::refuse);
        }
    }

    private static void refuse(Membership existing) {
        throw new Refusal(Reason.MEMBERSHIP_EXISTS);
    }

    private void requireFreePlace(Membership membership) {
        if (membership.contactTypes().stream().noneMatch(ContactType::permanent)) {
            return;
        }
        Optional<Membership> holder = memberships.findPermanentContact(membership.customerId());
        if (holder.isPresent() && !holder.get().id().equals(membership.id())) {
            throw new Refusal(Reason.CONTACT_TYPE_HOLDS_ONE, ContactType.CUSTOMER);
        }
    }
}
