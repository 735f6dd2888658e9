package dev.foyer.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.invitation.Answering;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.Part;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Inviting;
import dev.foyer.invitation.Letter;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.Upkeep.Overdue;
import dev.foyer.invitation.jpa.JpaInvitations;
import dev.foyer.invitation.jpa.JpaOutbox;
import dev.foyer.invitation.jpa.JpaUpkeep;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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
import java.util.function.Function;
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

    private static final long NOW = 1_000_000_000;
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final InvitationRules RULES = new InvitationRules(Duration.ofDays(7), 4, 6, 3);
    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");

    private final Database database;
    private final String realm = UUID.randomUUID().toString();
    private final String bea = UUID.randomUUID().toString();
    private final String otto = UUID.randomUUID().toString();
    private final Map<EmailAddress, String> users = new HashMap<>();
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, NOW);

    private long now = NOW;
    private boolean mayOffer = true;

    InvitationsTest(Database database) {
        this.database = database;
        database.run(em -> new JpaCustomers(em, realm).add(acme));
    }

    @Test
    void whoAcceptsIsInAtOnce() {
        Invitation invitation = invite(BEA);
        Invitee invitee = new Invitee(bea, BEA, true);

        List<Offer> offers = openFor(invitee);
        Membership accepted = answer(answering -> answering.accept(invitation.id(), invitee));

        assertThat(offers).extracting(offer -> offer.customerName().value()).containsExactly("Acme");
        assertThat(accepted.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(accepted.userId()).isEqualTo(bea);
        List<Account> accounts = accounts();
        assertThat(accounts).extracting(Account::id).containsExactly(acme.id());
        assertThat(states(accepted)).containsExactly(InvitationState.ACCEPTED);
        assertRefused(Reason.INVITATION_ENDED, () -> accept(invitation, invitee));
        assertRefused(Reason.INVITATION_ENDED, () -> answer(answering -> answering.reject(invitation.id(), invitee)));
    }

    @Test
    void whoRejectsCanBeAskedAgainAndTheOldOneStaysHistory() {
        Invitation first = invite(BEA);
        Invitee invitee = new Invitee(bea, BEA, true);
        Membership rejected = answer(answering -> answering.reject(first.id(), invitee));
        assertThat(rejected.state()).isEqualTo(MembershipState.REJECTED);

        now += 1;
        Invitation second = inviting(inviting -> inviting.resend(acme.id(), rejected.id(), staff()));
        now += 1;
        Invitation third = inviting(inviting -> inviting.resend(acme.id(), rejected.id(), staff()));

        assertThat(states(rejected))
                .containsExactly(InvitationState.SENT, InvitationState.REVOKED, InvitationState.REJECTED);
        assertThat(history(rejected.id()))
                .extracting(Invitation::endedBy)
                .containsExactly(Optional.empty(), Optional.of(Part.INVITER), Optional.of(Part.INVITEE));
        assertRefused(Reason.INVITATION_ENDED, () -> accept(second, invitee));
        assertThat(accept(third, invitee).state()).isEqualTo(MembershipState.ACTIVE);
        assertRefused(
                Reason.MEMBERSHIP_MOVE, () -> inviting(inviting -> inviting.resend(acme.id(), rejected.id(), staff())));
    }

    @Test
    void onlyWhoseAddressItIsAndVerifiedSeesOrAnswers() {
        Invitation invitation = invite(BEA);
        for (Invitee stranger : List.of(
                new Invitee(otto, new EmailAddress("otto@beta.example"), true),
                new Invitee(otto, null, true),
                new Invitee(otto, new EmailAddress("b_a@beta.example"), true),
                new Invitee(otto, new EmailAddress("bea@beta_example"), true),
                new Invitee(bea, BEA, false))) {
            assertThat(openFor(stranger)).isEmpty();
            assertRefused(Reason.NOT_FOUND, () -> accept(invitation, stranger));
            assertRefused(Reason.NOT_FOUND, () -> answer(answering -> answering.reject(invitation.id(), stranger)));
        }
        assertThat(accept(invitation, new Invitee(bea, new EmailAddress("BEA@Beta.example"), true))
                        .userId())
                .isEqualTo(bea);
    }

    @Test
    void whoWasAUserWhenInvitedStaysMeantWhateverHappensToAddresses() {
        users.put(BEA, bea);
        Invitation invitation = invite(BEA);
        Invitee heir = new Invitee(otto, BEA, true);
        Invitee renamed = new Invitee(bea, new EmailAddress("new@beta.example"), true);

        assertThat(openFor(heir)).isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> accept(invitation, heir));
        assertThat(openFor(renamed)).hasSize(1);
        assertThat(accept(invitation, renamed).userId()).isEqualTo(bea);
    }

    @Test
    void aRevokedOneIsOver() {
        Invitation invitation = invite(BEA);
        String membership = invitation.membershipId();

        inviting(inviting -> inviting.revoke(acme.id(), membership, "boss"));

        assertThat(history(membership)).extracting(Invitation::endedBy).containsExactly(Optional.of(Part.OTHER));
        assertThat(membership(membership).state()).isEqualTo(MembershipState.PENDING);
        assertRefused(Reason.INVITATION_ENDED, () -> accept(invitation, new Invitee(bea, BEA, true)));
        assertRefused(
                Reason.INVITATION_ENDED, () -> inviting(inviting -> inviting.revoke(acme.id(), membership, "boss")));
        assertRefused(Reason.NOT_FOUND, () -> inviting(inviting -> inviting.revoke("another", membership, "boss")));
    }

    @Test
    void anUnansweredOneExpires() {
        Invitation invitation = invite(BEA);
        now = NOW + WEEK - 1;
        assertThat(overdue()).isEmpty();
        assertThat(expire(invitation)).isEmpty();

        now = NOW + WEEK;

        assertRefused(Reason.INVITATION_ENDED, () -> accept(invitation, new Invitee(bea, BEA, true)));
        assertThat(openFor(new Invitee(bea, BEA, true))).isEmpty();
        assertThat(overdue()).containsExactly(invitation.id());
        assertThat(expire(invitation).orElseThrow().endedBy()).isEmpty();
        assertThat(expire(invitation)).isEmpty();
        assertThat(membership(invitation.membershipId()).state()).isEqualTo(MembershipState.PENDING);
    }

    @Test
    void nobodyIsInvitedTwiceAndARecordedPersonKeepsTheirName() {
        Membership recorded = Membership.record(
                acme,
                null,
                MembershipKind.CONTACT,
                new Person(new Name("Bea"), null, BEA, null),
                List.of(),
                List.of(),
                NOW);
        database.run(em -> new JpaMemberships(em, realm).add(recorded));

        Invitation invitation = invite(BEA);

        assertThat(invitation.membershipId()).isEqualTo(recorded.id());
        Membership invited = membership(recorded.id());
        assertThat(invited.person().firstName()).isEqualTo(new Name("Bea"));
        assertThat(invited.kind()).isEqualTo(MembershipKind.GUEST);
        assertThat(invited.permissions()).containsExactly(new Permission("billing"));
        assertRefused(Reason.MEMBERSHIP_EXISTS, () -> invite(BEA));
        accept(invitation, new Invitee(bea, BEA, true));
        users.put(new EmailAddress("other@beta.example"), bea);
        assertRefused(Reason.MEMBERSHIP_EXISTS, () -> invite(new EmailAddress("other@beta.example")));
    }

    @Test
    void whoInvitedMustStillBeAllowedTo() {
        Invitation invitation = invite(BEA);
        mayOffer = false;

        assertRefused(Reason.INVITATION_ENDED, () -> accept(invitation, new Invitee(bea, BEA, true)));

        mayOffer = true;
        assertThat(accept(invitation, new Invitee(bea, BEA, true)).state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void aMembershipWithAnEndEnds() {
        Invitation invitation = inviting(
                inviting -> inviting.invite(acme.id(), customer -> offer(BEA).until(NOW + 100), Letter.PLAIN, staff()));
        accept(invitation, new Invitee(bea, BEA, true));

        now = NOW + 99;
        assertThat(accounts()).hasSize(1);
        now = NOW + 100;
        assertThat(accounts()).isEmpty();
        database.run(em -> new JpaUpkeep(em).endMemberships(now - 1));
        assertThat(membership(invitation.membershipId()).state()).isEqualTo(MembershipState.ACTIVE);
        database.run(em -> new JpaUpkeep(em).endMemberships(now));
        assertThat(membership(invitation.membershipId()).state()).isEqualTo(MembershipState.INACTIVE);
        EmailAddress late = new EmailAddress("late@beta.example");
        assertRefused(
                Reason.END_NOT_ALLOWED,
                () -> inviting(inviting ->
                        inviting.invite(acme.id(), customer -> offer(late).until(now), Letter.PLAIN, staff())));
        assertRefused(
                Reason.END_NOT_ALLOWED,
                () -> inviting(inviting -> inviting.invite(
                        acme.id(),
                        customer -> offer(late).as(MembershipKind.OWNER).until(now + 9),
                        Letter.PLAIN,
                        staff())));
    }

    @Test
    void thereIsALimitForEachInviterCustomerAndAddress() {
        Inviter ann = new Inviter(realm, "ann", false, new Name("Ann"));
        Inviter bob = new Inviter(realm, "bob", false, new Name("Bob"));
        for (int i = 0; i < 4; i++) {
            invite(new EmailAddress("a" + i + "@x.example"), ann);
            now += 1000;
        }
        Refusal tooMany = refusal(() -> invite(new EmailAddress("a5@x.example"), ann));
        assertThat(tooMany.reason()).isEqualTo(Reason.INVITATION_LIMIT);
        assertThat(tooMany.details()).containsExactly(Duration.ofDays(1).toSeconds() - 4);
        invite(new EmailAddress("b0@x.example"), bob);
        String again = invite(BEA, bob).membershipId();
        assertRefused(Reason.INVITATION_LIMIT, () -> invite(new EmailAddress("b2@x.example"), bob));
        inviting(inviting -> inviting.resend(acme.id(), again, staff()));
        inviting(inviting -> inviting.resend(acme.id(), again, staff()));
        assertRefused(Reason.INVITATION_LIMIT, () -> inviting(inviting -> inviting.resend(acme.id(), again, staff())));

        now += InvitationRules.WINDOW.toMillis();
        invite(new EmailAddress("a5@x.example"), ann);
    }

    @Test
    void theLetterAndItsDeliveryAreKept() {
        Letter letter = new Letter(
                Locale.ITALIAN, new Message("Ciao,\n\nvieni?"), new Letter.Redirect("shop", "https://shop.example/"));
        Invitation invitation =
                inviting(inviting -> inviting.invite(acme.id(), customer -> offer(BEA), letter, staff()));

        Invitation read =
                database.call(em -> invitations(em).find(invitation.id())).orElseThrow();
        Map<String, Delivery> deliveries = database.call(em -> outbox(em).deliveries(List.of(invitation.id())));

        assertThat(read).isEqualTo(invitation);
        assertThat(deliveries).containsOnly(Map.entry(invitation.id(), new Delivery(Delivery.State.WAITING, 0, null)));
    }

    @Test
    void ofManyWhoAcceptAtOnceOneDoes() throws Exception {
        Invitation invitation = invite(BEA);
        int many = 200;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Membership>> all = IntStream.range(0, many)
                .mapToObj(i -> (Callable<Membership>) () -> {
                    start.await();
                    String user = i % 2 == 0 ? bea : otto;
                    return accept(invitation, new Invitee(user, BEA, true));
                })
                .toList();
        int accepted = 0;
        for (Future<Membership> result : threads.invokeAll(all)) {
            accepted += acceptedOrEnded(result) ? 1 : 0;
        }
        threads.shutdown();
        assertThat(accepted).isEqualTo(1);
        assertThat(membership(invitation.membershipId()).state()).isEqualTo(MembershipState.ACTIVE);
    }

    private static boolean acceptedOrEnded(Future<Membership> result) throws InterruptedException {
        try {
            return result.get().state() == MembershipState.ACTIVE;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(Refusal.class).hasMessageContaining(Reason.INVITATION_ENDED.key());
            return false;
        }
    }

    private Invitation invite(EmailAddress address) {
        return invite(address, staff());
    }

    private Invitation invite(EmailAddress address, Inviter by) {
        return inviting(inviting -> inviting.invite(acme.id(), customer -> offer(address), Letter.PLAIN, by));
    }

    private Membership offer(EmailAddress address) {
        return Membership.record(
                acme,
                null,
                MembershipKind.GUEST,
                new Person(null, null, address, null),
                List.of(new Permission("billing")),
                List.of(),
                now);
    }

    private Membership accept(Invitation invitation, Invitee invitee) {
        return answer(answering -> answering.accept(invitation.id(), invitee));
    }

    private List<Offer> openFor(Invitee invitee) {
        return answer(answering -> answering.openFor(invitee, 5));
    }

    private Optional<Invitation> expire(Invitation invitation) {
        return inviting(inviting -> inviting.expire(invitation.id()));
    }

    private List<Account> accounts() {
        return database.call(em -> new JpaMemberAccounts(em, realm, bea, now).some(5));
    }

    private Inviter staff() {
        return new Inviter("master", "admin", true, new Name("The admin"));
    }

    private List<InvitationState> states(Membership membership) {
        return history(membership.id()).stream().map(Invitation::state).toList();
    }

    private List<Invitation> history(String membershipId) {
        return database.call(em -> invitations(em).history(membershipId));
    }

    private Membership membership(String id) {
        return database.call(em -> new JpaMemberships(em, realm).find(id)).orElseThrow();
    }

    private List<String> overdue() {
        return database.call(em -> new JpaUpkeep(em).overdue(now, 500)).stream()
                .filter(overdue -> overdue.realmId().equals(realm))
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

    private <T> T inviting(Function<Inviting, T> work) {
        return database.call(em -> work.apply(new Inviting(
                new JpaCustomers(em, realm),
                new JpaMemberships(em, realm),
                invitations(em),
                outbox(em),
                address -> Optional.ofNullable(users.get(address)),
                RULES,
                clock())));
    }

    private <T> T answer(Function<Answering, T> work) {
        return database.call(em -> work.apply(new Answering(
                new JpaCustomers(em, realm),
                new JpaMemberships(em, realm),
                invitations(em),
                (inviter, offered) -> mayOffer,
                outbox(em),
                clock())));
    }

    private JpaInvitations invitations(Session em) {
        return new JpaInvitations(em, realm, new JpaMemberships(em, realm), changed -> {});
    }

    private JpaOutbox outbox(Session em) {
        return new JpaOutbox(em, realm, () -> "https://id.example/", clock());
    }

    private Clock clock() {
        return Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC);
    }
}
