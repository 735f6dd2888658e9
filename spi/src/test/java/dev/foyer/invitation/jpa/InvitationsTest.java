package dev.foyer.invitation.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.feature.Features;
import dev.foyer.invitation.ExpiryQueries.Overdue;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.EndedBy;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.Users.Holder;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.OverdueMemberships;
import dev.foyer.persistence.Database;
import dev.foyer.selection.Account;
import dev.foyer.selection.jpa.JpaMemberAccounts;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of invitations, on every database. */
@ParameterizedClass
@EnumSource
final class InvitationsTest {

    private static final Instant NOW = InvitationFixture.NOW;
    private static final Duration WEEK = Duration.ofDays(7);
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
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(invitation, invitee));
        assertRefused(
                InvitationReason.INVITATION_ENDED,
                () -> realm.answer(answering -> answering.reject(invitation.id(), invitee)));
    }

    @Test
    void anInvitationOfAUserWhoIsGoneGivesWay() {
        realm.users.put(BEA, new Holder(bea, true));
        Invitation orphaned = realm.invite(BEA);
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> realm.invite(BEA));
        realm.gone.add(bea);
        realm.users.put(BEA, new Holder(otto, true));
        realm.now = realm.now.plusMillis(1);

        Invitation anew = realm.invite(BEA);

        assertThat(anew.membershipId()).isEqualTo(orphaned.membershipId());
        assertThat(realm.history(anew.membershipId()))
                .extracting(Invitation::state)
                .containsExactly(InvitationState.SENT, InvitationState.REVOKED);
        assertThat(realm.accept(anew, new Invitee(otto, BEA, true)).userId()).isEqualTo(otto);
    }

    @Test
    void whoRejectsCanBeAskedAgainAndTheOldOneStaysHistory() {
        Invitation first = realm.invite(BEA);
        Invitee invitee = new Invitee(bea, BEA, true);
        Membership rejected = realm.answer(answering -> answering.reject(first.id(), invitee));
        assertThat(rejected.state()).isEqualTo(MembershipState.REJECTED);

        realm.now = realm.now.plusMillis(1);
        Invitation second = realm.resend(rejected.id());
        realm.now = realm.now.plusMillis(1);
        Invitation third = realm.resend(rejected.id());

        assertThat(states(rejected))
                .containsExactly(InvitationState.SENT, InvitationState.REVOKED, InvitationState.REJECTED);
        assertThat(realm.history(rejected.id()))
                .extracting(Invitation::endedBy)
                .containsExactly(Optional.empty(), Optional.of(EndedBy.INVITER), Optional.of(EndedBy.INVITEE));
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(second, invitee));
        assertThat(realm.accept(third, invitee).state()).isEqualTo(MembershipState.ACTIVE);
        assertRefused(MembershipReason.MEMBERSHIP_MOVE, () -> realm.resend(rejected.id()));
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
            assertRefused(InputReason.NOT_FOUND, () -> realm.accept(invitation, stranger));
            assertRefused(
                    InputReason.NOT_FOUND,
                    () -> realm.answer(answering -> answering.reject(invitation.id(), stranger)));
        }
        assertThat(realm.accept(invitation, new Invitee(bea, new EmailAddress("BEA@Beta.example"), true))
                        .userId())
                .isEqualTo(bea);
    }

    @Test
    void whoHadProvedTheAddressWhenInvitedStaysMeantWhateverHappensToAddresses() {
        realm.users.put(BEA, new Holder(bea, true));
        Invitation invitation = realm.invite(BEA);
        Invitee heir = new Invitee(otto, BEA, true);
        Invitee renamed = new Invitee(bea, new EmailAddress("new@beta.example"), true);

        assertThat(realm.openFor(heir)).isEmpty();
        assertRefused(InputReason.NOT_FOUND, () -> realm.accept(invitation, heir));
        assertThat(realm.openFor(renamed)).hasSize(1);
        assertThat(realm.accept(invitation, renamed).userId()).isEqualTo(bea);
    }

    @Test
    void whoMerelyClaimedTheAddressWhenInvitedIsNotMeant() {
        String mallory = UUID.randomUUID().toString();
        realm.users.put(BEA, new Holder(mallory, false));
        Invitation invitation = realm.invite(BEA);
        for (Invitee claimant : List.of(
                new Invitee(mallory, BEA, false),
                new Invitee(mallory, new EmailAddress("mallory@evil.example"), true))) {
            assertThat(realm.openFor(claimant)).isEmpty();
            assertRefused(InputReason.NOT_FOUND, () -> realm.accept(invitation, claimant));
            assertRefused(
                    InputReason.NOT_FOUND,
                    () -> realm.answer(answering -> answering.reject(invitation.id(), claimant)));
        }

        Invitee owner = new Invitee(bea, BEA, true);
        assertThat(realm.openFor(owner)).hasSize(1);
        assertThat(realm.accept(invitation, owner).userId()).isEqualTo(bea);
    }

    @Test
    void aRevokedOneIsOver() {
        Invitation invitation = realm.invite(BEA);
        String membership = invitation.membershipId();

        realm.revoke(membership, "boss");

        assertThat(realm.history(membership))
                .extracting(Invitation::endedBy)
                .containsExactly(Optional.of(EndedBy.OTHER));
        assertThat(realm.membership(membership).state()).isEqualTo(MembershipState.PENDING);
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.revoke(membership, "boss"));
    }

    @Test
    void whoHasAnotherAddressNowIsInvitedThereAndNobodyAtTheOldOne() {
        EmailAddress mistyped = new EmailAddress("bae@beta.example");
        Invitation astray = realm.invite(mistyped);
        String id = astray.membershipId();

        Membership corrected = realm.inviting(service -> {
            Membership present = service.memberships().find(id).orElseThrow();
            Membership elsewhere = present.withPerson(
                    new Person(null, null, BEA, null), new AddressChange(NOW, new Name("The boss"), true));
            service.memberships().save(elsewhere);
            service.withdraw(present, "boss");
            return elsewhere;
        });

        assertThat(corrected.state()).isEqualTo(MembershipState.PENDING);
        assertThat(states(corrected)).containsExactly(InvitationState.REVOKED);
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(astray, new Invitee(otto, mistyped, true)));
        realm.now = realm.now.plusMillis(1);
        Invitation right = realm.resend(id);
        assertThat(realm.accept(right, new Invitee(bea, BEA, true)).userId()).isEqualTo(bea);
    }

    @Test
    void anUnansweredOneExpires() {
        Invitation invitation = realm.invite(BEA);
        realm.now = NOW.plus(WEEK).minusMillis(1);
        assertThat(overdue()).isEmpty();
        assertThat(expire(invitation)).isEmpty();

        realm.now = NOW.plus(WEEK);

        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));
        assertThat(realm.openFor(new Invitee(bea, BEA, true))).isEmpty();
        assertThat(overdue()).containsExactly(invitation.id());
        assertThat(expire(invitation).orElseThrow().endedBy()).isEmpty();
        assertThat(expire(invitation)).isEmpty();
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.PENDING);
    }

    /** However it came to be: who invited is refused nothing, and the clock does not stumble over it for ever. */
    @Test
    void anOpenOneCanBeEndedWhateverHasBecomeOfItsMembership() {
        Invitation revoked = realm.invite(BEA);
        Invitation expired = realm.invite(new EmailAddress("otto@beta.example"));
        database.run(em -> em.createMutationQuery("update MembershipEntity set state = PENDING where id in :ids")
                .setParameter("ids", List.of(revoked.membershipId(), expired.membershipId()))
                .executeUpdate());

        realm.revoke(revoked.membershipId(), "boss");
        realm.now = NOW.plus(WEEK);

        assertThat(expire(expired)).isPresent();
        assertThat(overdue()).isEmpty();
        assertThat(realm.membership(revoked.membershipId()).state()).isEqualTo(MembershipState.PENDING);
        assertThat(realm.membership(expired.membershipId()).state()).isEqualTo(MembershipState.PENDING);
    }

    /** The user had the address when invited first, and has it no more. */
    @Test
    void whoIsRemovedWhileInvitedAgainLeavesAnInvitationThatCanBeEnded() throws Exception {
        realm.users.put(BEA, new Holder(bea, true));
        Invitation first = realm.invite(BEA);
        realm.users.remove(BEA);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch removed = new CountDownLatch(1);

        Future<Invitation> inviter = threads.submit(() -> realm.inviting(service -> {
            realm.lock(service);
            Invitation again = service.resend(
                    service.memberships().find(first.membershipId()).orElseThrow(), realm.staff());
            sent.countDown();
            // Whoever removes the user waits for the inviter: this latch opens too late, or the two do not exclude each
            // other.
            await(removed);
            return again;
        }));
        Future<?> remover = threads.submit(() -> {
            sent.await();
            removeUser(bea);
            removed.countDown();
            return null;
        });
        Invitation again = inviter.get();
        remover.get();
        threads.shutdown();

        assertThat(realm.history(first.membershipId()))
                .extracting(Invitation::id)
                .containsExactly(again.id());
        assertThat(realm.membership(first.membershipId()).state()).isEqualTo(MembershipState.INVITE_SENT);
        realm.revoke(first.membershipId(), "boss");
        assertThat(realm.membership(first.membershipId()).state()).isEqualTo(MembershipState.PENDING);
    }

    @Test
    void whoInvitesSomebodyAgainWhoIsBeingRemovedIsRefusedNothing() throws Exception {
        realm.users.put(BEA, new Holder(bea, true));
        Invitation first = realm.invite(BEA);
        realm.users.remove(BEA);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch removing = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);

        Future<?> remover = threads.submit(() -> {
            database.run(em -> {
                removeUser(em, bea);
                removing.countDown();
                await(sent);
            });
            return null;
        });
        Future<Invitation> inviter = threads.submit(() -> {
            removing.await();
            Invitation again = realm.resend(first.membershipId());
            sent.countDown();
            return again;
        });
        Invitation again = inviter.get();
        remover.get();
        threads.shutdown();

        assertThat(realm.history(first.membershipId()))
                .extracting(Invitation::id)
                .containsExactly(again.id());
        realm.revoke(first.membershipId(), "boss");
    }

    private void removeUser(String id) {
        database.run(em -> removeUser(em, id));
    }

    private static void removeUser(Session em, String id) {
        Features.installed()
                .removalsOfUser()
                .forEach(removal ->
                        em.createMutationQuery(removal).setParameter("id", id).executeUpdate());
    }

    /** Not for ever: the other one may be waiting for this transaction. */
    private static void await(CountDownLatch latch) {
        try {
            boolean opened = latch.await(1, TimeUnit.SECONDS);
            assertThat(opened).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that can not be dealt with stay in front, and are passed by. */
    @Test
    void theOverdueAreFoundPageByPage() {
        List<Invitation> three = List.of(
                realm.invite(BEA),
                realm.invite(new EmailAddress("b@beta.example")),
                realm.invite(new EmailAddress("c@beta.example")));
        realm.now = NOW.plus(WEEK);
        List<String> seen = new ArrayList<>();
        List<Overdue> page = database.call(em -> new JpaExpiryQueries(em).overdue(realm.now, null, 2));
        while (!page.isEmpty()) {
            page.forEach(overdue -> seen.add(overdue.invitationId()));
            Overdue last = page.get(page.size() - 1);
            page = database.call(em -> new JpaExpiryQueries(em).overdue(realm.now, last, 2));
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(three.stream().map(Invitation::id).toList());
    }

    @Test
    void whatEndedLongAgoIsForgottenWithItsMailAndNothingElse() {
        Invitation ended = realm.invite(BEA);
        realm.revoke(ended.membershipId(), "boss");
        realm.now = NOW.plusMillis(1);
        Invitation open = realm.resend(ended.membershipId());
        realm.now = NOW.plusMillis(2);

        List<String> notYet = database.call(em -> OldInvitations.ended(em, realm.id, NOW, null, 5));
        List<String> old = database.call(em -> OldInvitations.ended(em, realm.id, realm.now, null, 5));
        List<String> realms = database.call(em -> OldInvitations.realms(em, null, 5000));
        assertThat(notYet).isEmpty();
        assertThat(old).containsExactly(ended.id());
        assertThat(realms).contains(realm.id);
        database.run(em -> OldInvitations.remove(em, List.of(ended.id(), open.id())));

        assertThat(realm.history(ended.membershipId()))
                .extracting(Invitation::id)
                .containsExactly(open.id());
        Map<String, Delivery> deliveries =
                database.call(em -> realm.outbox(em).deliveries(List.of(ended.id(), open.id())));
        assertThat(deliveries).containsOnlyKeys(open.id());
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
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> realm.invite(BEA));
        realm.accept(invitation, new Invitee(bea, BEA, true));
        realm.users.put(new EmailAddress("other@beta.example"), new Holder(bea, true));
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> realm.invite(new EmailAddress("other@beta.example")));
    }

    @Test
    void whoInvitedMustStillBeAllowedTo() {
        Invitation invitation = realm.invite(BEA);
        realm.mayOffer = false;

        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(invitation, new Invitee(bea, BEA, true)));

        realm.mayOffer = true;
        assertThat(realm.accept(invitation, new Invitee(bea, BEA, true)).state())
                .isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void whomItComesFromChangesWithoutNewsOfIt() {
        Inviter ann = new Inviter(realm.id, "ann", false, new Name("Ann"));
        Invitation invitation = realm.invite(BEA, ann);
        List<Invitation> news = new ArrayList<>();

        boolean offered = database.call(em -> {
            JpaMemberships memberships = new JpaMemberships(em, realm.id);
            return new InvitationBacking(
                            new JpaInvitations(em, realm.id, memberships, news::add), (inviter, place) -> true)
                    .pass(memberships.find(invitation.membershipId()).orElseThrow(), realm.staff());
        });

        assertThat(offered).isTrue();
        assertThat(news).isEmpty();
        assertThat(realm.history(invitation.membershipId()))
                .extracting(Invitation::state, Invitation::inviter)
                .containsExactly(tuple(InvitationState.SENT, realm.staff()));
    }

    @Test
    void inADeactivatedCustomerNobodyAnswers() {
        Invitation invitation = realm.invite(BEA);
        database.run(em -> new JpaCustomers(em, realm.id).save(realm.acme.deactivate()));

        Invitee invitee = new Invitee(bea, BEA, true);
        assertThat(realm.openFor(invitee)).isEmpty();
        assertRefused(InvitationReason.INVITATION_ENDED, () -> realm.accept(invitation, invitee));
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.INVITE_SENT);

        database.run(em -> new JpaCustomers(em, realm.id).remove(realm.acme));
        assertRefused(InputReason.NOT_FOUND, () -> realm.accept(invitation, invitee));
    }

    @Test
    void aMembershipWithAnEndEnds() {
        Invitation invitation =
                realm.invite(realm.offer(BEA).withEnd(NOW.plusMillis(100)), InvitationOptions.PLAIN, realm.staff());
        realm.accept(invitation, new Invitee(bea, BEA, true));

        realm.now = NOW.plusMillis(99);
        assertThat(accounts()).hasSize(1);
        realm.now = NOW.plusMillis(100);
        assertThat(accounts()).isEmpty();
        database.run(em -> suspendOverdue(em, realm.now.minusMillis(1)));
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.ACTIVE);
        database.run(em -> suspendOverdue(em, realm.now));
        assertThat(realm.membership(invitation.membershipId()).state()).isEqualTo(MembershipState.INACTIVE);
        EmailAddress late = new EmailAddress("late@beta.example");
        assertRefused(
                MembershipReason.END_NOT_ALLOWED,
                () -> realm.invite(realm.offer(late).withEnd(realm.now), InvitationOptions.PLAIN, realm.staff()));
        assertRefused(
                MembershipReason.END_NOT_ALLOWED,
                () -> realm.invite(
                        realm.offer(late).withKind(MembershipKind.OWNER).withEnd(realm.now.plusMillis(9)),
                        InvitationOptions.PLAIN,
                        realm.staff()));
    }

    @Test
    void thereIsALimitForEachInviterCustomerAndAddress() {
        Inviter ann = new Inviter(realm.id, "ann", false, new Name("Ann"));
        Inviter bob = new Inviter(realm.id, "bob", false, new Name("Bob"));
        for (int i = 0; i < 4; i++) {
            realm.invite(new EmailAddress("a" + i + "@x.example"), ann);
            realm.now = realm.now.plusMillis(1000);
        }
        Refusal tooMany = refusal(() -> realm.invite(new EmailAddress("a5@x.example"), ann));
        assertThat(tooMany.reason()).isEqualTo(InvitationReason.INVITATION_LIMIT);
        assertThat(tooMany.details()).containsExactly(Duration.ofDays(1).toSeconds() - 4);
        realm.invite(new EmailAddress("b0@x.example"), bob);
        String again = realm.invite(BEA, bob).membershipId();
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.invite(new EmailAddress("b2@x.example"), bob));
        realm.resend(again);
        realm.resend(again);
        assertRefused(InvitationReason.INVITATION_LIMIT, () -> realm.resend(again));

        realm.now = realm.now.plus(InvitationRules.WINDOW);
        realm.invite(new EmailAddress("a5@x.example"), ann);
    }

    @Test
    void theOptionsAndTheDeliveryAreKept() {
        InvitationOptions options = new InvitationOptions(
                Locale.ITALIAN,
                new Message("Ciao,\n\nvieni?"),
                new InvitationOptions.Redirect("shop", "https://shop.example/"));
        Invitation invitation = realm.invite(realm.offer(BEA), options, realm.staff());

        Invitation read =
                database.call(em -> realm.invitations(em).find(invitation.id())).orElseThrow();
        Map<String, Delivery> deliveries = database.call(em -> realm.outbox(em).deliveries(List.of(invitation.id())));

        assertThat(read).isEqualTo(invitation);
        assertThat(deliveries)
                .containsOnly(Map.entry(invitation.id(), new Delivery(Delivery.State.WAITING, 0, null, null)));
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

    @Test
    void whatNoDatabaseCanHoldIsNobodysInvitation() {
        Invitee invitee = new Invitee(bea, BEA, true);

        assertRefused(InputReason.NOT_FOUND, () -> realm.answer(answering -> answering.accept("\u0000", invitee)));
    }

    private static boolean acceptedOrEnded(Future<Membership> result) throws InterruptedException {
        try {
            return result.get().state() == MembershipState.ACTIVE;
        } catch (ExecutionException e) {
            assertThat(e)
                    .hasCauseInstanceOf(Refusal.class)
                    .hasMessageContaining(InvitationReason.INVITATION_ENDED.key());
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

    private static void suspendOverdue(Session em, Instant now) {
        OverdueMemberships.suspend(em, now, OverdueMemberships.find(em, now, null, 500));
    }

    private List<String> overdue() {
        return database.call(em -> new JpaExpiryQueries(em).overdue(realm.now, null, 500)).stream()
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
