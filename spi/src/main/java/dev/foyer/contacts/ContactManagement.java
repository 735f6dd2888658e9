package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.SentInvitation;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Permissions;
import java.time.InstantSource;
import java.util.List;

/**
 * Looks after the people of customers. Each operation locks the customer until its transaction ends, asks for the rights of
 * who acts and does it: two together cannot break what neither would break alone, and whoever loses a right meanwhile can
 * do nothing more by it.
 *
 * <p>All of them refuse with {@code NOT_FOUND} where there is no such customer or membership, or where the account is not
 * open to a member; as {@link dev.foyer.membership.MemberRights} does what a member may not do; and with {@code
 * STAFF_AS_PERSON} what would give staff more by the hand of staff.
 */
public final class ContactManagement {
    private final Customers customers;
    private final Memberships memberships;
    private final Permissions permissions;
    private final MemberAccess access;
    private final InvitationService invitations;
    private final InvitationBacking backing;
    private final InstantSource clock;

    public ContactManagement(
            Customers customers,
            Memberships memberships,
            Permissions permissions,
            MemberAccess access,
            InvitationService invitations,
            InvitationBacking backing,
            InstantSource clock) {
        this.customers = customers;
        this.memberships = memberships;
        this.permissions = permissions;
        this.access = access;
        this.invitations = invitations;
        this.backing = backing;
        this.clock = clock;
    }

    /** Whether the actor looks after the people of a customer, which is what it takes to see them. Locks nothing. */
    public void requireManage(Actor actor, String customerId) {
        Authority.of(actor, customerId, access).requireManage();
    }

    /** One of the people, as who looks after them sees them. Locks nothing. */
    public Membership find(Actor actor, String customerId, String id) {
        requireManage(actor, customerId);
        return require(customerId, id);
    }

    /** The invitations to a membership, as who looks after it sees them. Locks nothing. */
    public List<SentInvitation> invitations(Actor actor, String customerId, String id) {
        return invitations.history(find(actor, customerId, id));
    }

    /**
     * Invites a person again as the last time, or for the first time.
     *
     * @throws Refusal as {@link InvitationService#resend}, and {@code STAFF_AS_PERSON} for staff who mean themselves
     */
    public SentInvitation resend(Actor actor, String customerId, String id) {
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        Membership member = require(customer.id(), id);
        authority.requireOver(member);
        authority.requireGive(member.kind(), member.permissions());
        authority.requireOffer(member);
        return SentInvitation.of(invitations.resend(member, actor.inviter()), member, null);
    }

    /**
     * Takes an open invitation back.
     *
     * @throws Refusal as {@link InvitationService#revoke}
     */
    public Invitation revoke(Actor actor, String customerId, String id) {
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        Membership member = require(customer.id(), id);
        authority.requireOver(member);
        return invitations.revoke(member, actor.userId());
    }

    /**
     * Changes what is known of a person, what they are allowed and where they belong. An open invitation to the place comes
     * from who changed it last, as far as they may offer all of it.
     *
     * @throws Refusal {@code PERMISSION_UNKNOWN}, {@code CONTACT_TYPE_UNKNOWN}, what the revision refuses, as {@link
     *     MembershipService#save}, and as {@link dev.foyer.membership.MemberRights#requireGive} if something is added to an
     *     open invitation that neither who sent it nor who acts may offer as a whole
     */
    public Membership change(Actor actor, String customerId, String id, Revision revision) {
        PermissionCatalogue catalogue = permissions.lockCatalogue();
        return apply(actor, customerId, id, (present, customer) -> {
            Revision.Wanted wanted = revision.of(present, customer);
            List<Permission> granted = wanted.grant().permissions(catalogue);
            return present.withPerson(wanted.person(), change(actor))
                    .withPermissions(granted)
                    .withContactTypes(customer, wanted.grant().contactTypes(customer));
        });
    }

    /**
     * Takes somebody's access away for a time.
     *
     * @throws Refusal {@code MEMBERSHIP_MOVE}, {@code OWNER_NEEDED} for the last owner, and what the precondition refuses
     */
    public Membership suspend(Actor actor, String customerId, String id, Precondition precondition) {
        return move(actor, customerId, id, MembershipMove.SUSPEND, precondition);
    }

    /**
     * Gives somebody's access back, with all that comes with it.
     *
     * @throws Refusal {@code MEMBERSHIP_MOVE}, and what the precondition refuses
     */
    public Membership resume(Actor actor, String customerId, String id, Precondition precondition) {
        return move(actor, customerId, id, MembershipMove.RESUME, precondition);
    }

    /**
     * Removes somebody.
     *
     * @return what is no more
     * @throws Refusal {@code OWNER_NEEDED} for the last owner, and what the precondition refuses
     */
    public Membership remove(Actor actor, String customerId, String id, Precondition precondition) {
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        Membership member = require(customer.id(), id);
        authority.requireOver(member);
        precondition.require(member, customer);
        remove(member);
        return member;
    }

    /**
     * Ends the actor's own membership.
     *
     * @return what is no more
     * @throws Refusal {@code OWNER_NEEDED} for the last owner
     */
    public Membership leave(Actor.Member actor, String customerId) {
        lock(customerId);
        Membership own = access.require(customerId, actor.userId()).own();
        remove(own);
        return own;
    }

    private Membership move(Actor actor, String customerId, String id, MembershipMove move, Precondition precondition) {
        return apply(actor, customerId, id, (present, customer) -> {
            precondition.require(present, customer);
            return present.move(move);
        });
    }

    /**
     * An open invitation does not outlive the state of one: whoever has another address now is invited there anew, and the
     * link in the mail to the old one is dead.
     */
    private Membership apply(Actor actor, String customerId, String id, Change how) {
        Customer customer = lock(customerId);
        Authority authority = Authority.of(actor, customerId, access);
        Membership present = require(customerId, id);
        authority.requireOver(present);
        Membership changed = how.of(present, customer);
        authority.requireChange(present, changed);
        if (present.isActiveOwner() && !changed.isActiveOwner()) {
            requireAnotherOwner(present);
        }
        new MembershipService(memberships).save(changed);
        if (present.isInvited() && !changed.isInvited()) {
            invitations.withdraw(present, actor.userId());
        }
        if (changed.isInvited() && !changed.offersSameAs(present)) {
            requireBacking(actor, authority, present, changed);
        }
        return changed;
    }

    /** What is taken away needs nobody to offer it. */
    private void requireBacking(Actor actor, Authority authority, Membership present, Membership changed) {
        boolean offered = backing.pass(changed, actor.inviter());
        if (!offered && !present.permissions().containsAll(changed.permissions())) {
            authority.requireGive(changed.kind(), changed.permissions());
        }
    }

    private AddressChange change(Actor actor) {
        return new AddressChange(
                clock.instant(), actor.inviter().name(), actor.inviter().staff());
    }

    private void remove(Membership member) {
        if (member.isActiveOwner()) {
            requireAnotherOwner(member);
        }
        memberships.remove(member);
    }

    private Customer lock(String customerId) {
        return customers.lock(customerId).orElseThrow(Refusal::notFound);
    }

    private Membership require(String customerId, String id) {
        return memberships
                .find(id)
                .filter(membership -> membership.customerId().equals(customerId))
                .orElseThrow(Refusal::notFound);
    }

    private void requireAnotherOwner(Membership owner) {
        if (!memberships.hasOtherActiveOwner(owner)) {
            throw new Refusal(MembershipReason.OWNER_NEEDED);
        }
    }

    private interface Change {
        Membership of(Membership present, Customer customer);
    }
}
