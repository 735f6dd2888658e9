package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;
import static dev.foyer.contacts.InMemoryRealm.grant;
import static dev.foyer.contacts.InMemoryRealm.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.TextReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who becomes what when people are registered and invited, and by whom. */
class ContactAdmissionTest {

    private final InMemoryRealm realm = new InMemoryRealm();
    private final ContactAdmission admission = realm.admission();
    private final Customer acme = realm.open("C-1");

    ContactAdmissionTest() {
        realm.admit(acme, "owner", MembershipKind.OWNER);
        realm.admit(acme, "manager", MembershipKind.CONTACT, "contacts", "billing");
        realm.admit(acme, "contact", MembershipKind.CONTACT, "security");
    }

    @Test
    void whoHasNoUserStaysPending() {
        Membership anna = register(realm.staff(), "anna@acme.it", false);

        assertThat(anna.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(anna.state()).isEqualTo(MembershipState.PENDING);
        assertThat(anna.userId()).isNull();
        assertThat(anna.createdAt()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(realm.memberships.find(anna.id())).contains(anna);
        assertThat(realm.welcomed).isEmpty();
    }

    @Test
    void whoGetsAUserIsActiveAndToldSo() {
        Membership anna = register(realm.staff(), "anna@acme.it", true);

        assertThat(anna.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(anna.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(anna.userId()).isEqualTo("user-anna@acme.it");
        assertThat(realm.welcomed).containsExactly("user-anna@acme.it");
        assertRefused(InputReason.VALUE_MISSING, () -> register(realm.staff(), null, true));
    }

    @Test
    void whoseAddressIsAUsersIsInvitedAsAGuest() {
        realm.users.put(new EmailAddress("bruno@example.com"), "bruno");

        for (boolean createUser : new boolean[] {false, true}) {
            Membership bruno = register(realm.staff(), "BRUNO@example.com", createUser);
            assertThat(bruno.kind()).isEqualTo(MembershipKind.GUEST);
            assertThat(bruno.state()).isEqualTo(MembershipState.INVITE_SENT);
            assertThat(bruno.userId()).isNull();
            assertThat(realm.invitations.openOf(bruno.id()).orElseThrow().userId())
                    .isEqualTo("bruno");
            realm.memberships.remove(bruno);
        }
        assertThat(realm.welcomed).isEmpty();
    }

    @Test
    void whoMerelyClaimsAnAddressIsNotWhoIsRegisteredOrInvitedByIt() {
        realm.admit(acme, "mallory", MembershipKind.CONTACT);

        for (Actor actor : List.of(realm.staff(), realm.member("manager"))) {
            String registered = claimedBy("mallory", "registered@" + actor.userId() + ".test");
            assertInvitedByAddress(register(actor, registered, false, "billing").id());
            String invited = claimedBy("mallory", "invited@" + actor.userId() + ".test");
            assertInvitedByAddress(Objects.requireNonNull(
                            invite(actor, grant(), invited).get(0).invitation())
                    .membershipId());
        }
        String withUser = claimedBy("mallory", "cfo@victim.test");
        assertInvitedByAddress(register(realm.staff(), withUser, true).id());
        assertThat(realm.welcomed).isEmpty();
    }

    @Test
    void nobodyIsRegisteredTwiceOrNowhere() {
        register(realm.staff(), "anna@acme.it", true);

        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> register(realm.staff(), "anna@acme.it", false));
        assertRefused(
                InputReason.NOT_FOUND,
                () -> admission.register(realm.staff(), "nowhere", new Contact(person(null), grant(), false)));
    }

    @Test
    void whomAMemberRegistersIsInvitedWhereThereIsAnAddressAndStaysPendingOtherwise() {
        Membership unreachable = register(realm.member("manager"), null, false, "billing");
        Membership reachable = register(realm.member("manager"), "new@acme.it", false, "billing");

        assertThat(unreachable.state()).isEqualTo(MembershipState.PENDING);
        assertThat(unreachable.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(realm.memberships.find(unreachable.id())).contains(unreachable);
        assertThat(reachable.state()).isEqualTo(MembershipState.INVITE_SENT);
        assertThat(reachable.kind()).isEqualTo(MembershipKind.CONTACT);
        assertRefused(
                MembershipReason.GRANT_EXCEEDS_OWN,
                () -> register(realm.member("manager"), "b@acme.it", false, "orders"));
        assertRefused(MembershipReason.NOT_PERMITTED, () -> register(realm.member("contact"), "b@acme.it", false));
        assertRefused(InputReason.NOT_FOUND, () -> register(realm.member("stranger"), "b@acme.it", false));
    }

    @Test
    void whoIsRecordedInAHigherPlaceIsNotInvitedToALowerOneByLesserMembers() {
        realm.memberships.add(Membership.record(
                acme, null, MembershipKind.OWNER, person("boss@acme.it"), List.of(), List.of(), InMemoryRealm.NOW));

        assertRefused(MembershipReason.NOT_PERMITTED, () -> register(realm.member("manager"), "boss@acme.it", false));
        assertThat(refusal(invite(realm.member("manager"), MembershipKind.GUEST, "boss@acme.it")))
                .isEqualTo(MembershipReason.NOT_PERMITTED);
        assertThat(refusal(invite(realm.member("owner"), MembershipKind.GUEST, "boss@acme.it")))
                .isNull();
    }

    @Test
    void nobodyInvitesBeyondTheirOwnRights() {
        assertRefused(
                MembershipReason.NOT_PERMITTED,
                () -> invite(realm.member("manager"), MembershipKind.OWNER, "a@x.example"));
        assertRefused(
                MembershipReason.GRANT_EXCEEDS_OWN,
                () -> invite(realm.member("manager"), grant("security"), "a@x.example"));
        assertRefused(
                MembershipReason.NOT_PERMITTED,
                () -> invite(realm.member("contact"), MembershipKind.GUEST, "a@x.example"));
        assertRefused(
                MembershipReason.PERMISSION_UNKNOWN,
                () -> invite(realm.staff(), grant("nothing-of-the-kind"), "a@x.example"));
        assertThat(realm.outbox.mails()).isEmpty();
    }

    @Test
    void aRefusalOfOneLeavesTheOthersAsTheyAre() {
        List<InvitationOutcome> outcomes =
                invite(realm.member("manager"), grant("billing"), "a@x.example", "no address", "a@x.example");

        assertThat(outcomes)
                .extracting(InvitationOutcome::address)
                .containsExactly("a@x.example", "no address", "a@x.example");
        Invitation first = Objects.requireNonNull(outcomes.get(0).invitation());
        assertThat(realm.memberships.find(first.membershipId()).orElseThrow().permissions())
                .isEqualTo(InMemoryRealm.permissions("billing"));
        assertThat(outcomes.subList(1, 3))
                .extracting(ContactAdmissionTest::reason)
                .containsExactly(TextReason.EMAIL_INVALID, MembershipReason.MEMBERSHIP_EXISTS);
        assertThat(refusal(admission.invite(
                        realm.staff(),
                        acme.id(),
                        new InvitationRequest(
                                List.of("b@x.example"),
                                MembershipKind.GUEST,
                                new Grant(List.of(), List.of("Nowhere")),
                                null,
                                InvitationOptions.PLAIN))))
                .isEqualTo(CustomerReason.CONTACT_TYPE_UNKNOWN);
    }

    @Test
    void aLimitThatLeavesRoomForNobodyRefusesTheWhole() {
        for (int i = 0; i < 3; i++) {
            Invitation sent = Objects.requireNonNull(
                    invite(realm.staff(), grant(), "a@x.example").get(0).invitation());
            realm.management().revoke(realm.staff(), acme.id(), sent.membershipId());
        }

        assertRefused(InvitationReason.INVITATION_LIMIT, () -> invite(realm.staff(), grant(), "a@x.example"));
        assertThat(invite(realm.staff(), grant(), "a@x.example", "b@x.example"))
                .extracting(ContactAdmissionTest::reason)
                .containsExactly(InvitationReason.INVITATION_LIMIT, null);
    }

    @Test
    void atMostTwoHundredAreInvitedAtOnce() {
        for (int count : new int[] {0, 201}) {
            String[] addresses = new String[count];
            Arrays.fill(addresses, "a@x.example");
            assertRefused(InputReason.OUT_OF_RANGE, () -> invite(realm.staff(), grant(), addresses));
        }
    }

    private String claimedBy(String userId, String address) {
        EmailAddress claimed = new EmailAddress(address);
        realm.users.put(claimed, userId);
        realm.claimed.add(claimed);
        return address;
    }

    private void assertInvitedByAddress(String membershipId) {
        Membership invited = realm.memberships.find(membershipId).orElseThrow();
        assertThat(invited.state()).isEqualTo(MembershipState.INVITE_SENT);
        assertThat(invited.userId()).isNull();
        assertThat(realm.invitations.openOf(membershipId).orElseThrow().userId())
                .isNull();
    }

    private Membership register(Actor actor, @Nullable String email, boolean createUser, String... keys) {
        return admission.register(actor, acme.id(), new Contact(person(email), grant(keys), createUser));
    }

    private List<InvitationOutcome> invite(Actor actor, Grant grant, String... addresses) {
        return admission.invite(
                actor,
                acme.id(),
                new InvitationRequest(List.of(addresses), MembershipKind.GUEST, grant, null, InvitationOptions.PLAIN));
    }

    private List<InvitationOutcome> invite(Actor actor, MembershipKind kind, String address) {
        return admission.invite(
                actor,
                acme.id(),
                new InvitationRequest(List.of(address), kind, grant(), null, InvitationOptions.PLAIN));
    }

    private static @Nullable Reason refusal(List<InvitationOutcome> outcomes) {
        return reason(outcomes.get(0));
    }

    private static @Nullable Reason reason(InvitationOutcome outcome) {
        Refusal refusal = outcome.refusal();
        return refusal == null ? null : refusal.reason();
    }
}
