package dev.foyer.invitation;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation.EndedBy;
import dev.foyer.invitation.Invitation.Ending;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.UserType;
import dev.foyer.staff.StaffReason;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What invitees see of invitations, and what their answers do. */
class InvitationResponsesTest {

    private static final EmailAddress ADDRESS = new EmailAddress("bea@beta.example");
    private static final EmailAddress ELSEWHERE = new EmailAddress("bea@home.example");
    private static final Invitee BEA = new Invitee("bea", ADDRESS, true);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final InMemoryRealm realm = new InMemoryRealm();
    private final InvitationResponses responses = realm.responses();

    @Test
    void whoAcceptsIsIn() {
        Invitation invitation = realm.invite(ADDRESS);
        Membership offered = realm.membership(invitation);
        realm.pass(SECOND);

        Membership accepted = responses.accept(invitation.id(), BEA);

        assertThat(accepted).isEqualTo(offered.withUser("bea").move(MembershipMove.ACCEPT));
        assertThat(realm.membership(invitation)).isEqualTo(accepted);
        assertThat(realm.memberships.findOpen(realm.acme.id(), "bea", realm.now()))
                .contains(accepted);
        Invitation ended = realm.current(invitation);
        assertThat(ended.state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(ended.ending()).isEqualTo(new Ending(realm.now(), "bea"));
        assertThat(ended.endedBy()).contains(EndedBy.INVITEE);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED, Mail.ACCEPTED);
    }

    @Test
    void staffAcceptNothingFromStaffButWhatMembersOffer() {
        realm.staff.add("bea");
        realm.admit(realm.acme, "owner", "contacts", "billing");
        Invitation ofStaff = realm.invite(ADDRESS);

        assertRefused(StaffReason.STAFF_AS_PERSON, () -> responses.accept(ofStaff.id(), BEA));
        assertThat(realm.current(ofStaff).state()).isEqualTo(InvitationState.SENT);
        assertThat(realm.memberships.userType("bea")).isEqualTo(UserType.INTERNAL);
        responses.reject(ofStaff.id(), BEA);
        realm.pass(SECOND);
        Invitation ofMember = realm.resend(ofStaff, realm.member("owner"));
        assertThat(responses.accept(ofMember.id(), BEA).state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(realm.memberships.userType("bea")).isEqualTo(UserType.EXTERNAL);
    }

    @Test
    void whoRejectsCanBeAskedAgain() {
        Invitation first = realm.invite(ADDRESS);

        Membership rejected = responses.reject(first.id(), BEA);

        assertThat(rejected.state()).isEqualTo(MembershipState.REJECTED);
        assertThat(rejected.userId()).isNull();
        assertThat(realm.membership(first)).isEqualTo(rejected);
        assertThat(realm.current(first).endedBy()).contains(EndedBy.INVITEE);
        realm.pass(SECOND);
        Invitation second = realm.resend(first, realm.staff());
        assertEnded(first);
        assertThat(responses.accept(second.id(), BEA).state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(realm.states(first)).containsExactly(InvitationState.ACCEPTED, InvitationState.REJECTED);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED, Mail.REJECTED, Mail.INVITED, Mail.ACCEPTED);
    }

    @Test
    void onlyWhoseAddressItIsAndVerifiedSeesOrAnswersIt() {
        Invitation invitation = realm.invite(ADDRESS);

        for (Invitee stranger : List.of(
                new Invitee("otto", new EmailAddress("otto@beta.example"), true),
                new Invitee("otto", null, true),
                new Invitee("bea", ADDRESS, false))) {
            assertThat(responses.openFor(stranger, 5)).isEmpty();
            assertNeitherAnswer(InputReason.NOT_FOUND, invitation.id(), stranger);
        }
        assertNeitherAnswer(InputReason.NOT_FOUND, "nothing", BEA);
        assertThat(realm.current(invitation)).isEqualTo(invitation);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void whoHadProvedTheAddressWhenInvitedStaysMeantWhateverHappensToAddresses() {
        realm.users.put(ADDRESS, "bea");
        Invitation invitation = realm.invite(ADDRESS);
        Invitee heir = new Invitee("otto", ADDRESS, true);
        Invitee renamed = new Invitee("bea", ELSEWHERE, true);

        assertThat(responses.openFor(heir, 5)).isEmpty();
        assertNeitherAnswer(InputReason.NOT_FOUND, invitation.id(), heir);
        assertThat(responses.openFor(renamed, 5)).extracting(Offer::invitation).containsExactly(invitation);
        assertThat(responses.accept(invitation.id(), renamed).userId()).isEqualTo("bea");
    }

    @Test
    void whoMerelyClaimedTheAddressWhenInvitedIsNotMeant() {
        realm.users.put(ADDRESS, "mallory");
        realm.claimed.add(ADDRESS);
        Invitation invitation = realm.invite(ADDRESS);

        for (Invitee claimant : List.of(
                new Invitee("mallory", ADDRESS, false),
                new Invitee("mallory", new EmailAddress("mallory@evil.example"), true))) {
            assertThat(responses.openFor(claimant, 5)).isEmpty();
            assertNeitherAnswer(InputReason.NOT_FOUND, invitation.id(), claimant);
        }
        assertThat(responses.openFor(BEA, 5)).extracting(Offer::invitation).containsExactly(invitation);
        assertThat(responses.accept(invitation.id(), BEA).userId()).isEqualTo("bea");
    }

    @Test
    void inADeactivatedCustomerNobodyAnswersUntilItIsOpenAgain() {
        Invitation invitation = realm.invite(ADDRESS);
        realm.customers.save(realm.acme.deactivate());

        assertThat(responses.openFor(BEA, 5)).isEmpty();
        assertEnded(invitation);
        assertNeitherAnswer(InputReason.NOT_FOUND, invitation.id(), new Invitee("otto", ELSEWHERE, true));
        assertThat(realm.current(invitation)).isEqualTo(invitation);

        realm.customers.save(realm.acme);
        assertThat(responses.accept(invitation.id(), BEA).state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void nobodyAnswersInACustomerThatIsNoMore() {
        Invitation invitation = realm.invite(ADDRESS);
        realm.customers.remove(realm.acme);

        assertNeitherAnswer(InputReason.NOT_FOUND, invitation.id(), BEA);
    }

    @Test
    void whatWasAnsweredIsAnswered() {
        Invitation accepted = realm.invite(ADDRESS);
        responses.accept(accepted.id(), BEA);
        Invitation rejected = realm.invite(ELSEWHERE);
        Invitee otto = new Invitee("otto", ELSEWHERE, true);
        responses.reject(rejected.id(), otto);

        assertEnded(accepted);
        assertNeitherAnswer(InvitationReason.INVITATION_ENDED, rejected.id(), otto);
    }

    @Test
    void whatWasTakenBackOrReplacedIsOver() {
        Invitation replaced = realm.invite(ADDRESS);
        Invitation revoked = realm.resend(replaced, realm.staff());
        assertEnded(replaced);

        realm.service().revoke(realm.membership(revoked), "boss");

        assertEnded(revoked);
        assertThat(realm.membership(revoked).state()).isEqualTo(MembershipState.PENDING);
    }

    @Test
    void whatNobodyAnsweredInTimeIsOverBeforeItIsCleanedUp() {
        Invitation invitation = realm.invite(ADDRESS);
        realm.pass(InMemoryRealm.LIFETIME);

        assertThat(responses.openFor(BEA, 5)).isEmpty();
        assertEnded(invitation);
        assertThat(realm.current(invitation).state()).isEqualTo(InvitationState.SENT);
    }

    @Test
    void whoInvitedMustStillBeAllowedTo() {
        Membership ann = realm.admit(realm.acme, "ann", "contacts", "billing");
        Invitation invitation = realm.invite(ADDRESS, realm.member("ann"));
        List<Membership> lessThanNeeded = List.of(
                ann.move(MembershipMove.SUSPEND),
                ann.withEnd(realm.now()),
                ann.withPermissions(realm.offer(ADDRESS).permissions()),
                realm.admit(realm.open("C-2"), "ann", "contacts", "billing"));
        for (Membership less : lessThanNeeded) {
            realm.memberships.remove(ann);
            realm.memberships.save(less);

            assertRefused(InvitationReason.INVITATION_ENDED, () -> responses.accept(invitation.id(), BEA));
            assertThat(realm.current(invitation)).isEqualTo(invitation);
            assertThat(realm.membership(invitation).userId()).isNull();
        }

        realm.memberships.save(ann);
        assertThat(responses.accept(invitation.id(), BEA).state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void whoInvitedMustStillBeAllowedToGiveWhatIsOffered() {
        realm.admit(realm.acme, "ann", "contacts", "billing");
        Invitation invitation = realm.invite(ADDRESS, realm.member("ann"));
        realm.memberships.save(realm.membership(invitation).withKind(MembershipKind.OWNER));

        assertRefused(InvitationReason.INVITATION_ENDED, () -> responses.accept(invitation.id(), BEA));
    }

    /** To say no takes nobody's right. */
    @Test
    void whatTheInviterMayNotOfferAnyMoreCanBeRejected() {
        Invitation invitation = realm.invite(ADDRESS, realm.member("nobody"));

        assertThat(responses.reject(invitation.id(), BEA).state()).isEqualTo(MembershipState.REJECTED);
    }

    @Test
    void whoHasBecomeAMemberOtherwiseDoesNotBecomeOneTwice() {
        Invitation invitation = realm.invite(ADDRESS);
        realm.admit(realm.acme, "bea");

        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> responses.accept(invitation.id(), BEA));
        assertThat(realm.current(invitation)).isEqualTo(invitation);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void theLatestIsShownFirstAndNotMoreThanAskedFor() {
        Customer beta = realm.open("C-2");
        Invitation first = realm.invite(ADDRESS);
        realm.pass(SECOND);
        Invitation second =
                realm.service().invite(beta, realm.offer(beta, ADDRESS), InvitationOptions.PLAIN, realm.staff());

        assertThat(responses.openFor(BEA, 5)).extracting(Offer::invitation).containsExactly(second, first);
        assertThat(responses.openFor(BEA, 1))
                .containsExactly(new Offer(second, realm.membership(second), beta.number(), beta.name()));
        realm.customers.save(beta.deactivate());
        assertThat(responses.openFor(BEA, 5)).extracting(Offer::invitation).containsExactly(first);
    }

    @Test
    void theSecretOfTheLastMailShowsTheOfferAsLongAsItIsOpen() {
        Invitation invitation = realm.invite(ADDRESS);
        InvitationToken first = InvitationToken.random();
        InvitationToken last = InvitationToken.random();
        assertThat(realm.invitations.seal(invitation.id(), first)).isTrue();
        assertThat(realm.invitations.seal(invitation.id(), last)).isTrue();

        assertThat(responses.behind(first)).isEmpty();
        assertThat(responses.behind(last)).map(Offer::invitation).contains(invitation);

        realm.pass(InMemoryRealm.LIFETIME);
        assertThat(responses.behind(last)).isEmpty();
    }

    @Test
    void theSecretOfAnAnsweredOneShowsNothing() {
        Invitation invitation = realm.invite(ADDRESS);
        InvitationToken token = InvitationToken.random();
        realm.invitations.seal(invitation.id(), token);
        responses.reject(invitation.id(), BEA);

        assertThat(responses.behind(token)).isEmpty();
        assertThat(realm.invitations.seal(invitation.id(), token)).isFalse();
    }

    private void assertEnded(Invitation invitation) {
        assertNeitherAnswer(InvitationReason.INVITATION_ENDED, invitation.id(), BEA);
    }

    private void assertNeitherAnswer(Reason reason, String id, Invitee invitee) {
        assertRefused(reason, () -> responses.accept(id, invitee));
        assertRefused(reason, () -> responses.reject(id, invitee));
    }
}
