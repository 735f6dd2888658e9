package dev.foyer.invitation;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.ContactType;
import dev.foyer.invitation.Invitation.EndedBy;
import dev.foyer.invitation.Invitation.Ending;
import dev.foyer.invitation.InvitationOptions.Redirect;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How invitations are sent, sent again and ended by others than the invitee. */
class InvitationServiceTest {

    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");
    private static final EmailAddress BEA_AT_HOME = new EmailAddress("bea@home.example");
    private static final Duration DAY = InvitationRules.WINDOW;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final InMemoryRealm realm = new InMemoryRealm();
    private final InvitationService service = realm.service();
    private final Inviter ann = realm.member("ann");
    private final Inviter bob = realm.member("bob");

    @Test
    void somebodyNewIsRecordedAndGetsAMail() {
        Membership offered = realm.offer(BEA);

        Invitation invitation = service.invite(realm.acme, offered, InvitationOptions.PLAIN, ann);

        assertThat(realm.membership(invitation)).isEqualTo(offered.move(MembershipMove.INVITE));
        assertThat(realm.current(invitation)).isEqualTo(invitation);
        assertThat(invitation.state()).isEqualTo(InvitationState.SENT);
        assertThat(invitation.customerId()).isEqualTo(realm.acme.id());
        assertThat(invitation.address()).isEqualTo(BEA);
        assertThat(invitation.userId()).isNull();
        assertThat(invitation.inviter()).isEqualTo(ann);
        assertThat(invitation.createdAt()).isEqualTo(realm.now());
        assertThat(invitation.expiresAt()).isEqualTo(realm.in(InMemoryRealm.LIFETIME));
        assertThat(invitation.endedBy()).isEmpty();
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void ofAUserNothingIsToldButTheInvitationIsTheirs() {
        realm.users.put(BEA, "bea");

        Invitation invitation = realm.invite(BEA);

        assertThat(invitation.userId()).isEqualTo("bea");
        assertThat(realm.membership(invitation).userId()).isNull();
        assertThat(realm.membership(invitation).state()).isEqualTo(MembershipState.INVITE_SENT);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void whoMerelyClaimsTheAddressIsNobody() {
        realm.users.put(BEA, "mallory");
        realm.claimed.add(BEA);
        realm.admit(realm.acme, "mallory");

        assertThat(realm.invite(BEA).userId()).isNull();
    }

    @Test
    void theInvitationToSomebodysPlaceIsTheirsWhoeverHasTheAddress() {
        realm.users.put(BEA, "somebody else");
        Membership place = realm.record(realm.acme, "bea", new Person(null, null, BEA, null));
        realm.memberships.add(place);

        Invitation invitation = service.resend(place, realm.staff());

        assertThat(invitation.userId()).isEqualTo("bea");
        assertRefused(
                InputReason.NOT_FOUND,
                () -> realm.responses().accept(invitation.id(), new Invitee("somebody else", BEA, true)));
        assertThat(realm.responses()
                        .accept(invitation.id(), new Invitee("bea", BEA_AT_HOME, true))
                        .userId())
                .isEqualTo("bea");
    }

    @Test
    void aRecordedPersonKeepsTheirNameAndGetsWhatIsOfferedNow() {
        Membership recorded = realm.record(realm.acme, null, new Person(new Name("Bea"), null, BEA, null), "orders");
        realm.memberships.add(recorded);
        ContactType permanent = realm.acme.requireContactType(ContactType.CUSTOMER);
        Membership offered = realm.offer(BEA)
                .withContactTypes(realm.acme, List.of(permanent))
                .withEnd(realm.in(DAY));

        Invitation invitation = service.invite(realm.acme, offered, InvitationOptions.PLAIN, ann);

        Membership invited = realm.membership(invitation);
        assertThat(invited.id()).isEqualTo(recorded.id());
        assertThat(invited.person().firstName()).isEqualTo(new Name("Bea"));
        assertThat(invited.state()).isEqualTo(MembershipState.INVITE_SENT);
        assertThat(invited.kind()).isEqualTo(MembershipKind.GUEST);
        assertThat(invited.permissions()).containsExactly(new Permission("billing"));
        assertThat(invited.contactTypes()).containsExactly(permanent);
        assertThat(invited.endsAt()).isEqualTo(realm.in(DAY));
        assertThat(realm.memberships.count(realm.acme.id())).isEqualTo(1);
    }

    @Test
    void whoSaidNoCanBeInvitedAgain() {
        Invitation first = realm.invite(BEA);
        realm.responses().reject(first.id(), new Invitee("bea", BEA, true));
        realm.pass(MOMENT);

        Invitation second = realm.invite(BEA);

        assertThat(second.membershipId()).isEqualTo(first.membershipId());
        assertThat(realm.states(second)).containsExactly(InvitationState.SENT, InvitationState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITE_SENT", "ACTIVE", "INACTIVE"})
    void whoIsInvitedOrAMemberAlreadyIsNotInvited(MembershipState state) {
        realm.users.put(BEA, "bea");
        Membership member = realm.record(realm.acme, "bea", new Person(null, null, BEA, null));
        realm.memberships.add(
                switch (state) {
                    case INVITE_SENT -> member.move(MembershipMove.INVITE);
                    case INACTIVE -> member.move(MembershipMove.ADMIT).move(MembershipMove.SUSPEND);
                    default -> member.move(MembershipMove.ADMIT);
                });

        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> realm.invite(BEA));
        assertNothingSent();
    }

    @Test
    void aMemberIsNotInvitedUnderAnotherAddressEither() {
        realm.admit(realm.acme, "bea");
        realm.users.put(BEA_AT_HOME, "bea");

        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> realm.invite(BEA_AT_HOME));
        assertNothingSent();
        assertThat(realm.memberships.count(realm.acme.id())).isEqualTo(1);
    }

    @Test
    void whoIsAMemberElsewhereIsInvitedAsAnybody() {
        realm.admit(realm.open("C-2"), "bea");
        realm.users.put(BEA, "bea");

        assertThat(realm.invite(BEA).userId()).isEqualTo("bea");
    }

    @Test
    void nobodyIsInvitedWithoutAnAddress() {
        Membership nameless = realm.record(realm.acme, null, new Person(new Name("Bea"), null, null, null));

        assertRefusedAt(
                "/person/email",
                InputReason.VALUE_MISSING,
                () -> service.invite(realm.acme, nameless, InvitationOptions.PLAIN, ann));
        assertRefusedAt("/person/email", InputReason.VALUE_MISSING, () -> service.resend(nameless, ann));
        assertNothingSent();
    }

    @Test
    void nothingIsOfferedThatIsOverAlready() {
        for (Duration duration : List.of(Duration.ZERO, MOMENT.negated())) {
            Membership over = realm.offer(BEA).withEnd(realm.in(duration));
            assertRefusedAt(
                    "/endsAt",
                    MembershipReason.END_NOT_ALLOWED,
                    () -> service.invite(realm.acme, over, InvitationOptions.PLAIN, ann));
        }
        assertNothingSent();

        Membership notOver = realm.offer(BEA).withEnd(realm.in(MOMENT));
        assertThat(service.invite(realm.acme, notOver, InvitationOptions.PLAIN, ann)
                        .state())
                .isEqualTo(InvitationState.SENT);
    }

    @Test
    void anOwnersPlaceIsNeverOfferedWithAnEnd() {
        Membership guest = realm.offer(BEA).withEnd(realm.in(DAY));

        assertRefused(MembershipReason.END_NOT_ALLOWED, () -> guest.withKind(MembershipKind.OWNER));
    }

    @Test
    void sentAgainTheOldOneIsOverAndTheNewOneLikeIt() {
        InvitationOptions options = new InvitationOptions(
                Locale.ITALIAN, new Message("Vieni?"), new Redirect("shop", "https://shop.example/"));
        Invitation first = service.invite(realm.acme, realm.offer(BEA), options, ann);
        realm.pass(SECOND);

        Invitation second = realm.resend(first, bob);

        assertThat(second.options()).isEqualTo(options);
        assertThat(second.inviter()).isEqualTo(bob);
        assertThat(second.expiresAt()).isEqualTo(realm.in(InMemoryRealm.LIFETIME));
        assertThat(realm.current(first).state()).isEqualTo(InvitationState.REVOKED);
        assertThat(realm.current(first).ending()).isEqualTo(new Ending(realm.now(), "bob"));
        assertThat(realm.invitations.openOf(first.membershipId())).contains(second);
        // Nobody is told of the end of one that is replaced.
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED, Mail.INVITED);
    }

    @Test
    void whoWasRecordedWithoutAnInvitationIsSentAPlainOne() {
        Membership recorded = realm.record(realm.acme, null, new Person(null, null, BEA, null));
        realm.memberships.add(recorded);

        Invitation invitation = service.resend(recorded, ann);

        assertThat(invitation.options()).isEqualTo(InvitationOptions.PLAIN);
        assertThat(realm.membership(invitation).state()).isEqualTo(MembershipState.INVITE_SENT);
    }

    @Test
    void whoIsInIsNotInvitedAgain() {
        Invitation invitation = realm.invite(BEA);
        realm.responses().accept(invitation.id(), new Invitee("bea", BEA, true));

        assertRefused(MembershipReason.MEMBERSHIP_MOVE, () -> realm.resend(invitation, ann));
        assertThat(realm.states(invitation)).containsExactly(InvitationState.ACCEPTED);
    }

    @Test
    void whoInvitedIsToldOfARevocationBySomebodyElse() {
        Invitation invitation = realm.invite(BEA, ann);

        Invitation revoked = service.revoke(realm.membership(invitation), "boss");

        assertThat(realm.current(invitation)).isEqualTo(revoked);
        assertThat(revoked.state()).isEqualTo(InvitationState.REVOKED);
        assertThat(revoked.ending()).isEqualTo(new Ending(realm.now(), "boss"));
        assertThat(revoked.endedBy()).contains(EndedBy.OTHER);
        assertThat(realm.membership(invitation).state()).isEqualTo(MembershipState.PENDING);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED, Mail.REVOKED);
        assertRefused(InvitationReason.INVITATION_ENDED, () -> service.revoke(realm.membership(invitation), "boss"));
    }

    @Test
    void whoRevokesTheirOwnIsToldNothing() {
        Invitation invitation = realm.invite(BEA, ann);

        Invitation revoked = service.revoke(realm.membership(invitation), "ann");

        assertThat(revoked.endedBy()).contains(EndedBy.INVITER);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void anInvitationToWhatHasChangedIsWithdrawn() {
        Invitation invitation = realm.invite(BEA, ann);
        Membership elsewhere = realm.membership(invitation)
                .withPerson(
                        new Person(null, null, BEA_AT_HOME, null),
                        new AddressChange(realm.now(), new Name("The boss"), true));
        realm.memberships.save(elsewhere);

        service.withdraw(elsewhere, "boss");
        service.withdraw(elsewhere, "boss");

        assertThat(realm.states(invitation)).containsExactly(InvitationState.REVOKED);
        assertThat(realm.membership(invitation)).isEqualTo(elsewhere);
        assertThat(elsewhere.state()).isEqualTo(MembershipState.PENDING);
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED, Mail.REVOKED);
    }

    @Test
    void oneThatNobodyAnsweredExpiresOnceAndNotBefore() {
        Invitation invitation = realm.invite(BEA);
        realm.pass(InMemoryRealm.LIFETIME.minus(MOMENT));
        assertThat(service.expire(invitation.id())).isEmpty();
        assertThat(realm.current(invitation)).isEqualTo(invitation);
        realm.pass(MOMENT);

        Invitation expired = service.expire(invitation.id()).orElseThrow();

        assertThat(realm.current(invitation)).isEqualTo(expired);
        assertThat(expired.state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(expired.ending()).isEqualTo(new Ending(realm.now(), null));
        assertThat(expired.endedBy()).isEmpty();
        assertThat(realm.membership(invitation).state()).isEqualTo(MembershipState.PENDING);
        assertThat(service.expire(invitation.id())).isEmpty();
        assertThat(service.expire("nothing")).isEmpty();
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
    }

    @Test
    void oneThatWasAnsweredDoesNotExpire() {
        Invitation invitation = realm.invite(BEA);
        realm.responses().accept(invitation.id(), new Invitee("bea", BEA, true));
        realm.pass(InMemoryRealm.LIFETIME);

        assertThat(service.expire(invitation.id())).isEmpty();
        assertThat(realm.membership(invitation).state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void theHistoryBeginsWithTheLatestAndTellsOfItsMail() {
        Invitation first = realm.invite(BEA);
        realm.pass(SECOND);
        Invitation second = realm.resend(first, ann);

        List<SentInvitation> history = service.history(realm.membership(first));

        Delivery waiting = new Delivery(Delivery.State.WAITING, 0, null, null);
        assertThat(history)
                .containsExactly(
                        new SentInvitation(second, null, waiting),
                        new SentInvitation(realm.current(first), null, waiting));
    }

    private void assertNothingSent() {
        assertThat(realm.outbox.mails()).isEmpty();
    }

    private static void assertRefusedAt(String pointer, Reason reason, ThrowingCallable attempt) {
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.location()).isEqualTo(new Pointer(pointer));
    }
}
