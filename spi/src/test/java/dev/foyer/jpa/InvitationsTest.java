package dev.foyer.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.Part;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Letter;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.Upkeep.Overdue;
import dev.foyer.invitation.jpa.JpaUpkeep;
import dev.foyer.membership.CustomerMembers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.selection.Account;
import dev.foyer.selection.jpa.JpaMemberAccounts;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of invitations, on every database. */
@ParameterizedClass
@EnumSource
final class InvitationsTest {

    private static final long NOW = InvitationFixture.NOW;
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");

    private final Database database;
    private final InvitationFixture realm;
    private final String bea = UUID.randomUUID().toString();
    private final String otto = UUID.randomUUID().toString();

    InvitationsTest(Database database) {
        this.database = database;
        this.realm = new InvitationFixture(database);
    }

    @Test
    void whoAcceptsIsInAtOnce() {
        Invitation invitation = realm.invite(BEA);
        Invitee invitee = new Invitee(bea, BEA, true);

        List<Offer> offers = realm.openFor(invitee);
        Membership accepted = realm.answer(answering -> answering.accept(invitation.id(), invitee));

        assertThat(offers).extracting(offer -> offer.customerName().value()).containsExactly("Acme");
        assertThat(accepted.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(accepted.userId()).isEqualTo(bea);
        List<Account> accounts = accounts();
        assertThat(accounts).extracting(Account::id).containsExactly(realm.acme.id());
        assertThat(states(accepted)).containsExactly(InvitationState.ACCEPTED);
        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(invitation, invitee));
        assertRefused(
                Reason.INVITATION_ENDED, () -> realm.answer(answering -> answering.reject(invitation.id(), invitee)));
    }

    @Test
    void whoRejectsCanBeAskedAgainAndTheOldOneStaysHistory() {
        Invitation first = realm.invite(BEA);
        Invitee invitee = new Invitee(bea, BEA, true);
        Membership rejected = realm.answer(answering -> answering.reject(first.id(), invitee));
        assertThat(rejected.state()).isEqualTo(MembershipState.REJECTED);

        realm.now += 1;
        Invitation second = realm.inviting(inviting -> inviting.resend(realm.acme.id(), rejected.id(), realm.staff()));
        realm.now += 1;
        Invitation third = realm.inviting(inviting -> inviting.resend(realm.acme.id(), rejected.id(), realm.staff()));

        assertThat(states(rejected))
                .containsExactly(InvitationState.SENT, InvitationState.REVOKED, InvitationState.REJECTED);
        assertThat(realm.history(rejected.id()))
                .extracting(Invitation::endedBy)
                .containsExactly(Optional.empty(), Optional.of(Part.INVITER), Optional.of(Part.INVITEE));
        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(second, invitee));
        assertThat(realm.accept(third, invitee).state()).isEqualTo(MembershipState.ACTIVE);
        assertRefused(
                Reason.MEMBERSHIP_MOVE,
                () -> realm.inviting(inviting -> inviting.resend(realm.acme.id(), rejected.id(), realm.staff())));
    }

    @Test
    void onlyWhoseAddressItIsAndVerifiedSeesOrAnswers() {
        Invitation invitation = realm.invite(BEA);
        for (Invitee stranger : List.of(
                new Invitee(otto, new EmailAddress("otto@beta.example"), true),
                new Invitee(otto, null, true),
                new Invitee(otto, new EmailAddress("b_a@beta.example"), true),
                new Invitee(otto, new EmailAddress("bea@beta_example"), true),
                new Invitee(bea, BEA, false))) {
            assertThat(realm.openFor(stranger)).isEmpty();
            assertRefused(Reason.NOT_FOUND, () -> realm.accept(invitation, stranger));
            assertRefused(
                    Reason.NOT_FOUND, () -> realm.answer(answering -> answering.reject(invitation.id(), stranger)));
        }
        assertThat(realm.accept(invitation, new Invitee(bea, new EmailAddress("BEA@Beta.example"), true))
                        .userId())
                .isEqualTo(bea);
    }

    @Test
    void whoWasAUserWhenInvitedStaysMeantWhateverHappensToAddresses() {
        realm.users.put(BEA, bea);
        Invitation invitation = realm.invite(BEA);
        Invitee heir = new Invitee(otto, BEA, true);
        Invitee renamed = new Invitee(bea, new EmailAddress("new@beta.example"), true);

        assertThat(realm.openFor(heir)).isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> realm.accept(invitation, heir));
        assertThat(realm.openFor(renamed)).hasSize(1);
        assertThat(realm.accept(invitation, renamed).userId()).isEqualTo(bea);
    }

    @Test
    void aRevokedOneIsOver() {
        Invitation invitation = realm.invite(BEA);
        String membership = invitation.membershipId();

        realm.inviting(inviting -> inviting.revoke(realm.acme.id(), membership, "boss"));

        assertThat(realm.history(membership)).extracting(Invitation::endedBy).containsExactly(Optional.of(Part.OTHER));
        assertThat(realm.membership(membership).state()).isEqualTo(MembershipState.PENDING);
        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));
        assertRefused(
                Reason.INVITATION_ENDED,
                () -> realm.inviting(inviting -> inviting.revoke(realm.acme.id(), membership, "boss")));
        assertRefused(
                Reason.NOT_FOUND, () -> realm.inviting(inviting -> inviting.revoke("another", membership, "boss")));
    }

    @Test
    void whoHasAnotherAddressNowIsInvitedThereAndNobodyAtTheOldOne() {
        EmailAddress mistyped = new EmailAddress("bae@beta.example");
        Invitation astray = realm.invite(mistyped);
        String id = astray.membershipId();

        Membership corrected = realm.inviting(inviting -> new CustomerMembers(
                        inviting.customers(),
                        inviting.memberships(),
                        invited -> inviting.takeBack(invited.id(), "boss"))
                .change(realm.acme.id(), id, (customer, present) -> present.of(new Person(null, null, BEA, null))));

        assertThat(corrected.state()).isEqualTo(MembershipState.PENDING);
        assertThat(states(corrected)).containsExactly(InvitationState.REVOKED);
        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(astray, new Invitee(otto, mistyped, true)));
        realm.now += 1;
        Invitation right = realm.inviting(inviting -> inviting.resend(realm.acme.id(), id, realm.staff()));
        assertThat(realm.accept(right, new Invitee(bea, BEA, true)).userId()).isEqualTo(bea);
    }

    @Test
    void anUnansweredOneExpires() {
        Invitation invitation = realm.invite(BEA);
        realm.now = NOW + WEEK - 1;
        assertThat(overdue()).isEmpty();
        assertThat(expire(invitation)).isEmpty();

        realm.now = NOW + WEEK;

        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));
        assertThat(realm.openFor(new Invitee(bea, BEA, true))).isEmpty();
        assertThat(overdue()).containsExactly(invitation.id());
        assertThat(expire(invitation).orElseThrow().endedBy()).isEmpty();
        assertThat(expire(invitation)).isEmpty();
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.PENDING);
    }

    @Test
    void nobodyIsInvitedTwiceAndARecordedPersonKeepsTheirName() {
        Membership recorded = Membership.record(
                realm.acme,
                null,
                MembershipKind.CONTACT,
                new Person(new Name("Bea"), null, BEA, null),
                List.of(),
                List.of(),
                NOW);
        database.run(em -> new JpaMemberships(em, realm.id).add(recorded));

        Invitation invitation = realm.invite(BEA);

        assertThat(invitation.membershipId()).isEqualTo(recorded.id());
        Membership invited = realm.membership(recorded.id());
        assertThat(invited.person().firstName()).isEqualTo(new Name("Bea"));
        assertThat(invited.kind()).isEqualTo(MembershipKind.GUEST);
        assertThat(invited.permissions()).containsExactly(new Permission("billing"));
        assertRefused(Reason.MEMBERSHIP_EXISTS, () -> realm.invite(BEA));
        realm.accept(invitation, new Invitee(bea, BEA, true));
        realm.users.put(new EmailAddress("other@beta.example"), bea);
        assertRefused(Reason.MEMBERSHIP_EXISTS, () -> realm.invite(new EmailAddress("other@beta.example")));
    }

    @Test
    void whoInvitedMustStillBeAllowedTo() {
        Invitation invitation = realm.invite(BEA);
        realm.mayOffer = false;

        assertRefused(Reason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));

        realm.mayOffer = true;
        assertThat(realm.accept(invitation, new Invitee(bea, BEA, true)).state())
                .isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void aMembershipWithAnEndEnds() {
        Invitation invitation = realm.inviting(inviting -> inviting.invite(
                realm.acme.id(), customer -> realm.offer(BEA).until(NOW + 100), Letter.PLAIN, realm.staff()));
        realm.accept(invitation, new Invitee(bea, BEA, true));

        realm.now = NOW + 99;
        assertThat(accounts()).hasSize(1);
        realm.now = NOW + 100;
        assertThat(accounts()).isEmpty();
        database.run(em -> new JpaUpkeep(em).endMemberships(realm.now - 1));
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.ACTIVE);
        database.run(em -> new JpaUpkeep(em).endMemberships(realm.now));
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.INACTIVE);
        EmailAddress late = new EmailAddress("late@beta.example");
        assertRefused(
                Reason.END_NOT_ALLOWED,
                () -> realm.inviting(inviting -> inviting.invite(
                        realm.acme.id(), customer -> realm.offer(late).until(realm.now), Letter.PLAIN, realm.staff())));
        assertRefused(
                Reason.END_NOT_ALLOWED,
                () -> realm.inviting(inviting -> inviting.invite(
                        realm.acme.id(),
                        customer -> realm.offer(late).as(MembershipKind.OWNER).until(realm.now + 9),
                        Letter.PLAIN,
                        realm.staff())));
    }

    @Test
    void thereIsALimitForEachInviterCustomerAndAddress() {
        Inviter ann = new Inviter(realm.id, "ann", false, new Name("Ann"));
        Inviter bob = new Inviter(realm.id, "bob", false, new Name("Bob"));
        for (int i = 0; i < 4; i++) {
            realm.invite(new EmailAddress("a" + i + "@x.example"), ann);
            realm.now += 1000;
        }
        Refusal tooMany = refusal(() -> realm.invite(new EmailAddress("a5@x.example"), ann));
        assertThat(tooMany.reason()).isEqualTo(Reason.INVITATION_LIMIT);
        assertThat(tooMany.details()).containsExactly(Duration.ofDays(1).toSeconds() - 4);
        realm.invite(new EmailAddress("b0@x.example"), bob);
        String again = realm.invite(BEA, bob).membershipId();
        assertRefused(Reason.INVITATION_LIMIT, () -> realm.invite(new EmailAddress("b2@x.example"), bob));
        realm.inviting(inviting -> inviting.resend(realm.acme.id(), again, realm.staff()));
        realm.inviting(inviting -> inviting.resend(realm.acme.id(), again, realm.staff()));
        assertRefused(
                Reason.INVITATION_LIMIT,
                () -> realm.inviting(inviting -> inviting.resend(realm.acme.id(), again, realm.staff())));

        realm.now += InvitationRules.WINDOW.toMillis();
        realm.invite(new EmailAddress("a5@x.example"), ann);
    }

    @Test
    void theLetterAndItsDeliveryAreKept() {
        Letter letter = new Letter(
                Locale.ITALIAN, new Message("Ciao,\n\nvieni?"), new Letter.Redirect("shop", "https://shop.example/"));
        Invitation invitation = realm.inviting(
                inviting -> inviting.invite(realm.acme.id(), customer -> realm.offer(BEA), letter, realm.staff()));

        Invitation read =
                database.call(em -> realm.invitations(em).find(invitation.id())).orElseThrow();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation.id())));

        assertThat(read).isEqualTo(invitation);
        assertThat(deliveries).containsOnly(Map.entry(invitation.id(), new Delivery(Delivery.State.WAITING, 0, null)));
    }

    @Test
    void ofManyWhoAcceptAtOnceOneDoes() throws Exception {
        Invitation invitation = realm.invite(BEA);
        int many = 200;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Membership>> all = IntStream.range(0, many)
                .mapToObj(i -> (Callable<Membership>) () -> {
                    start.await();
                    String user = i % 2 == 0 ? bea : otto;
                    return realm.accept(invitation, new Invitee(user, BEA, true));
                })
                .toList();
        int accepted = 0;
        for (Future<Membership> result : threads.invokeAll(all)) {
            accepted += acceptedOrEnded(result) ? 1 : 0;
        }
        threads.shutdown();
        assertThat(accepted).isEqualTo(1);
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.ACTIVE);
    }

    private static boolean acceptedOrEnded(Future<Membership> result) throws InterruptedException {
        try {
            return result.get().state() == MembershipState.ACTIVE;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(Refusal.class).hasMessageContaining(Reason.INVITATION_ENDED.key());
            return false;
        }
    }

    private Optional<Invitation> expire(Invitation invitation) {
        return realm.inviting(inviting -> inviting.expire(invitation.id()));
    }

    private List<Account> accounts() {
        return database.call(em -> new JpaMemberAccounts(em, realm.id, bea, realm.now).some(5));
    }

    private List<InvitationState> states(Membership membership) {
        return realm.history(membership.id()).stream().map(Invitation::state).toList();
    }

    private List<String> overdue() {
        return database.call(em -> new JpaUpkeep(em).overdue(realm.now, 500)).stream()
                .filter(overdue -> overdue.realmId().equals(realm.id))
                .map(Overdue::invitationId)
                .toList();
    }

    private static Refusal refusal(Runnable attempt) {
        @Nullable Refusal caught = null;
        try {
            attempt.run();
        } catch (Refusal refusal) {
            caught = refusal;
        }
        return Optional.ofNullable(caught).orElseThrow();
    }
}
