package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;
import static dev.foyer.contacts.InMemoryRealm.grant;
import static dev.foyer.contacts.InMemoryRealm.permissions;
import static dev.foyer.contacts.InMemoryRealm.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.foyer.InputReason;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.invitation.SentInvitation;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What members can do with each other, what staff can do with members, and what must stay. */
class ContactManagementTest {

    private final InMemoryRealm realm = new InMemoryRealm();
    private final ContactManagement contacts = realm.management();
    private final Customer acme = realm.open("C-1");
    private final Customer beta = realm.open("C-2");

    private final Membership owner = realm.admit(acme, "owner", MembershipKind.OWNER);
    private final Membership manager = realm.admit(acme, "manager", MembershipKind.CONTACT, "contacts", "billing");
    private final Membership contact = realm.admit(acme, "contact", MembershipKind.CONTACT, "security");

    @Test
    void nobodyGivesMoreThanTheyHave() {
        allow("manager", contact, "security", "billing");
        assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> allow("manager", contact, "security", "orders"));
        allow("manager", contact);
        assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> allow("manager", contact, "security"));
        allow("owner", contact, "security", "orders");

        assertRefused(MembershipReason.NOT_PERMITTED, () -> allow("contact", manager));
        assertRefused(InputReason.NOT_FOUND, () -> allow("stranger", contact));
    }

    @Test
    void toGiveTheAccessBackIsToGiveAllThatComesWithIt() {
        suspend(member("manager"), contact);
        assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> resume(member("manager"), contact));
        resume(member("owner"), contact);
        assertThat(now(contact).state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void nobodyChangesThemselvesAndOnlyOwnersAnOwner() {
        assertRefused(MembershipReason.OWN_MEMBERSHIP, () -> allow("manager", manager));
        assertRefused(MembershipReason.OWN_MEMBERSHIP, () -> allow("owner", owner));
        assertRefused(MembershipReason.OWN_MEMBERSHIP, () -> remove(member("manager"), manager));
        assertRefused(MembershipReason.NOT_PERMITTED, () -> allow("manager", owner));
        assertRefused(MembershipReason.NOT_PERMITTED, () -> remove(member("manager"), owner));

        Membership second = realm.admit(acme, "second", MembershipKind.OWNER);
        remove(member("owner"), second);
        assertThat(realm.memberships.find(second.id())).isEmpty();
    }

    @Test
    void theRightsAreThoseInTheAccountThatIsActedOn() {
        Membership elsewhere = realm.admit(beta, "contact", MembershipKind.OWNER);

        assertRefused(MembershipReason.NOT_PERMITTED, () -> allow("contact", manager));
        assertRefused(InputReason.NOT_FOUND, () -> contacts.requireManage(member("manager"), beta.id()));
        assertRefused(InputReason.NOT_FOUND, () -> suspend(member("contact"), beta.id(), manager.id()));
        assertThat(realm.access().require(beta.id(), "contact").own()).isEqualTo(elsewhere);
    }

    @Test
    void whoIsSuspendedOrOverHasNoRights() {
        suspend(member("owner"), manager);
        assertRefused(InputReason.NOT_FOUND, () -> contacts.requireManage(member("manager"), acme.id()));

        realm.memberships.save(contact.withEnd(InMemoryRealm.NOW));
        assertRefused(InputReason.NOT_FOUND, () -> realm.access().require(acme.id(), "contact"));
        realm.memberships.save(contact.withEnd(InMemoryRealm.NOW.plusMillis(1)));
        assertThat(realm.access().require(acme.id(), "contact").own().id()).isEqualTo(contact.id());
    }

    @Test
    void nobodyHasRightsInAClosedAccount() {
        Membership recorded = record(person("bea@acme.it"));
        realm.customers.save(acme.deactivate());

        assertRefused(InputReason.NOT_FOUND, () -> contacts.requireManage(member("owner"), acme.id()));
        assertNothingToBeDone(member("owner"), recorded);
        assertRefused(InputReason.NOT_FOUND, () -> contacts.leave(member("contact"), acme.id()));
        suspend(realm.staff(), contact);
    }

    @Test
    void whoHasEnteredIsNotDescribedByOthers() {
        Person other = person("new@acme.it");
        Membership pending =
                realm.admission().register(member("owner"), acme.id(), new Contact(person(null), grant(), false));

        assertRefused(MembershipReason.PERSON_SETTLED, () -> describe(member("owner"), contact, other));
        assertThat(describe(member("owner"), pending, other).person()).isEqualTo(other);
        // Nor by staff: what their user account says is what is shown. It says no number that they are called at here.
        assertRefused(MembershipReason.PERSON_SETTLED, () -> describe(realm.staff(), contact, other));
        Person reachable = new Person(null, null, null, new PhoneNumber("+39 02 1"));
        assertThat(describe(realm.staff(), contact, reachable).person()).isEqualTo(reachable);
    }

    @Test
    void whatIsOfferedAgainIsGivenAgain() {
        Membership offered = Membership.record(
                acme, null, MembershipKind.OWNER, person("boss@acme.it"), List.of(), List.of(), InMemoryRealm.NOW);
        Membership secure = Membership.record(
                acme,
                null,
                MembershipKind.CONTACT,
                person("s@acme.it"),
                permissions("security"),
                List.of(),
                InMemoryRealm.NOW);
        realm.memberships.addAll(List.of(offered, secure));

        assertRefused(MembershipReason.NOT_PERMITTED, () -> resend(member("manager"), offered));
        assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> resend(member("manager"), secure));
        Invitation sent = resend(member("owner"), offered).invitation();

        assertThat(now(offered).state()).isEqualTo(MembershipState.INVITE_SENT);
        assertRefused(
                MembershipReason.NOT_PERMITTED, () -> contacts.revoke(member("manager"), acme.id(), offered.id()));
        assertThat(contacts.revoke(realm.staff(), acme.id(), offered.id()).id()).isEqualTo(sent.id());
    }

    @Test
    void whoMayNotGiveWhatAPlaceHoldsDoesNotLeadItToAnybodyElse() {
        Membership carla = record(person("carla@acme.it"), "billing", "security");
        Membership nameless = record(new Person(null, new Name("Finance"), null, null), "security");
        Membership plain = record(person("plain@acme.it"), "billing");

        for (Person other : List.of(person("accomplice@evil.it"), person(null))) {
            assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> describe(member("manager"), carla, other));
        }
        assertRefused(
                MembershipReason.GRANT_EXCEEDS_OWN,
                () -> describe(member("manager"), nameless, person("accomplice@evil.it")));
        assertRefused(
                MembershipReason.GRANT_EXCEEDS_OWN,
                () -> describe(
                        member("manager"), nameless, new Person(new Name("Acco"), new Name("Mplice"), null, null)));
        assertRefused(
                MembershipReason.GRANT_EXCEEDS_OWN,
                () -> contacts.change(
                        member("manager"),
                        acme.id(),
                        carla.id(),
                        (present, customer) -> new Revision.Wanted(person("accomplice@evil.it"), grant("billing"))));
        assertThat(now(carla)).isEqualTo(carla);
        assertThat(now(nameless)).isEqualTo(nameless);

        assertThat(describe(member("manager"), carla, named("carla@acme.it", "Carla"))
                        .addressChange())
                .isNull();
        describe(member("manager"), plain, person("right@acme.it"));
        describe(member("owner"), carla, person("carla@acme.com"));
        describe(realm.staff(), nameless, person("finance@acme.it"));
    }

    @Test
    void aChangedAddressIsToldWhereverThePlaceIsShownOrInvitedAgain() {
        Membership bea = record(person("bea@acme.it"), "billing");
        SentInvitation first = resend(member("owner"), bea);
        assertThat(first.addressChange()).isNull();

        Membership elsewhere = describe(member("manager"), bea, person("bea@acme.com"));
        AddressChange change = new AddressChange(InMemoryRealm.NOW, new Name("manager"), false);
        assertThat(elsewhere.addressChange()).isEqualTo(change);
        assertThat(describe(realm.staff(), bea, named("bea@acme.com", "Bea")).addressChange())
                .isEqualTo(change);

        assertThat(resend(member("owner"), bea).addressChange()).isEqualTo(change);
        assertThat(contacts.invitations(member("owner"), acme.id(), bea.id()))
                .extracting(sent -> sent.invitation().address().value(), SentInvitation::addressChange)
                .containsExactlyInAnyOrder(tuple("bea@acme.it", null), tuple("bea@acme.com", change));
        assertThat(describe(realm.staff(), bea, person("bea@home.it")).addressChange())
                .isEqualTo(new AddressChange(InMemoryRealm.NOW, new Name("The admin"), true));
    }

    @Test
    void anOfferComesFromWhoChangedItLast() {
        Membership bea = record(person("bea@acme.it"), "billing");
        Invitation sent = resend(member("manager"), bea).invitation();

        allow("owner", bea, "billing", "security");

        assertThat(inviter(bea)).isEqualTo(member("owner").inviter());
        assertThat(realm.outbox.mails()).containsExactly(Mail.INVITED);
        assertThat(accept(sent).permissions()).isEqualTo(permissions("billing", "security"));
    }

    @Test
    void whoMayNotOfferAllOfItLeavesTheOfferWhoseItWas() {
        Membership bea = record(person("bea@acme.it"), "billing", "security");
        Invitation sent = resend(member("owner"), bea).invitation();

        allow("manager", bea, "billing", "security", "contacts");
        describe(member("manager"), bea, named("bea@acme.it", "Bea"));

        assertThat(inviter(bea)).isEqualTo(member("owner").inviter());
        assertThat(accept(sent).permissions()).isEqualTo(permissions("billing", "contacts", "security"));
    }

    @Test
    void nothingIsAddedToAnOfferThatNobodyMayMakeAsAWhole() {
        realm.admit(acme, "other", MembershipKind.CONTACT, "contacts", "security", "orders");
        Membership bea = record(person("bea@acme.it"), "billing", "contacts");
        resend(member("manager"), bea);

        assertRefused(MembershipReason.GRANT_EXCEEDS_OWN, () -> allow("other", bea, "billing", "contacts", "security"));

        realm.memberships.save(manager.withPermissions(List.of()));
        allow("other", bea, "billing");
        assertThat(now(bea).permissions()).isEqualTo(permissions("billing"));
        assertThat(inviter(bea)).isEqualTo(member("manager").inviter());
    }

    @Test
    void everybodyLeavesButTheLastOwner() {
        assertThat(contacts.leave(member("contact"), acme.id())).isEqualTo(contact);
        assertThat(realm.memberships.find(contact.id())).isEmpty();
        assertRefused(MembershipReason.OWNER_NEEDED, () -> contacts.leave(member("owner"), acme.id()));
        assertRefused(InputReason.NOT_FOUND, () -> contacts.leave(member("stranger"), acme.id()));
    }

    @Test
    void anOwnerHasAllPermissionsThereAre() {
        assertThat(realm.access().require(acme.id(), "owner").permissions(PermissionCatalogue.BUILT_IN))
                .isEqualTo(PermissionCatalogue.BUILT_IN.permissions());
        assertThat(realm.access().require(acme.id(), "manager").permissions(PermissionCatalogue.BUILT_IN))
                .isEqualTo(manager.permissions());
    }

    @Test
    void theLastActiveOwnerStays() {
        Membership bruno = realm.admit(acme, "bruno", MembershipKind.OWNER);

        suspend(realm.staff(), bruno);
        assertRefused(MembershipReason.OWNER_NEEDED, () -> suspend(realm.staff(), owner));
        assertRefused(MembershipReason.OWNER_NEEDED, () -> remove(realm.staff(), owner));
        contacts.change(
                realm.staff(),
                acme.id(),
                owner.id(),
                (present, customer) -> new Revision.Wanted(present.person(), grant()));

        resume(realm.staff(), bruno);
        remove(realm.staff(), owner);
        assertThat(realm.memberships.find(owner.id())).isEmpty();
        assertRefused(MembershipReason.OWNER_NEEDED, () -> remove(realm.staff(), bruno));
    }

    @Test
    void whoIsNoActiveOwnerCanGo() {
        Membership dario = realm.admit(beta, "dario", MembershipKind.OWNER);
        realm.admit(beta, "elena", MembershipKind.OWNER);
        Membership carla = realm.admit(beta, "carla", MembershipKind.CONTACT);
        contacts.suspend(realm.staff(), beta.id(), dario.id(), Precondition.NONE);

        contacts.remove(realm.staff(), beta.id(), carla.id(), Precondition.NONE);
        contacts.remove(realm.staff(), beta.id(), dario.id(), Precondition.NONE);

        assertThat(realm.memberships.count(beta.id())).isEqualTo(1);
    }

    @Test
    void aMembershipOfAnotherCustomerIsAbsent() {
        realm.admit(beta, "owner", MembershipKind.OWNER);
        for (Actor actor : List.of(realm.staff(), member("owner"))) {
            for (String customer : List.of(beta.id(), "nowhere")) {
                assertRefused(InputReason.NOT_FOUND, () -> contacts.find(actor, customer, contact.id()));
                assertRefused(InputReason.NOT_FOUND, () -> contacts.invitations(actor, customer, contact.id()));
                assertRefused(InputReason.NOT_FOUND, () -> contacts.resend(actor, customer, contact.id()));
                assertRefused(InputReason.NOT_FOUND, () -> contacts.revoke(actor, customer, contact.id()));
                assertRefused(InputReason.NOT_FOUND, () -> suspend(actor, customer, contact.id()));
                assertRefused(
                        InputReason.NOT_FOUND, () -> contacts.remove(actor, customer, contact.id(), Precondition.NONE));
            }
        }
        assertThat(now(contact)).isEqualTo(contact);
    }

    @Test
    void anInvitationIsOverWithTheAddressThatItWentTo() {
        Membership bea = Membership.record(
                acme, null, MembershipKind.GUEST, person("bea@acme.it"), List.of(), List.of(), Instant.EPOCH);
        realm.memberships.add(bea);
        resend(realm.staff(), bea);

        assertThat(describe(realm.staff(), bea, named("BEA@acme.it", "Bea")).state())
                .isEqualTo(MembershipState.INVITE_SENT);
        assertThat(states(bea)).containsExactly(InvitationState.SENT);

        Membership corrected = describe(realm.staff(), bea, named("bea@acme.com", "Bea"));
        assertThat(corrected.state()).isEqualTo(MembershipState.PENDING);
        assertThat(now(bea)).isEqualTo(corrected);
        assertThat(states(bea)).containsExactly(InvitationState.REVOKED);

        assertThat(describe(realm.staff(), bea, named(null, "Bea")).state()).isEqualTo(MembershipState.PENDING);
        assertThat(states(bea)).hasSize(1);
    }

    /** Each of the writes of a member. */
    private void assertNothingToBeDone(Actor.Member actor, Membership member) {
        Grant none = grant();
        InvitationRequest one = new InvitationRequest(
                List.of("new@acme.it"), MembershipKind.GUEST, none, null, InvitationOptions.PLAIN);
        List<ThrowingCallable> writes = List.of(
                () -> realm.admission().invite(actor, acme.id(), one),
                () -> realm.admission().register(actor, acme.id(), new Contact(person("new@acme.it"), none, false)),
                () -> resend(actor, member),
                () -> contacts.revoke(actor, acme.id(), member.id()),
                () -> describe(actor, member, person("new@acme.it")),
                () -> suspend(actor, member),
                () -> resume(actor, member),
                () -> remove(actor, member),
                () -> contacts.leave(actor, acme.id()),
                () -> realm.contactTypes().add(actor, acme.id(), new Name("Sales")),
                () -> new AccountProfile(realm.customers, realm.access())
                        .change(actor, acme.id(), (present, own) -> present));
        for (ThrowingCallable write : writes) {
            assertRefused(InputReason.NOT_FOUND, write);
        }
        assertThat(now(member)).isEqualTo(member);
        assertThat(realm.outbox.mails()).isEmpty();
    }

    private void allow(String userId, Membership member, String... keys) {
        contacts.change(
                member(userId),
                acme.id(),
                member.id(),
                (present, customer) -> new Revision.Wanted(present.person(), grant(keys)));
    }

    private Membership describe(Actor actor, Membership member, Person person) {
        return contacts.change(
                actor,
                acme.id(),
                member.id(),
                (present, customer) -> new Revision.Wanted(
                        person,
                        new Grant(
                                List.copyOf(present.permissions().stream()
                                        .map(permission -> permission.key())
                                        .toList()),
                                List.of())));
    }

    private SentInvitation resend(Actor actor, Membership member) {
        return contacts.resend(actor, acme.id(), member.id());
    }

    private Membership accept(Invitation invitation) {
        return realm.responses().accept(invitation.id(), new Invitee("bea", invitation.address(), true));
    }

    private Inviter inviter(Membership member) {
        return realm.invitations.openOf(member.id()).orElseThrow().inviter();
    }

    private Membership record(Person person, String... keys) {
        Membership recorded = Membership.record(
                acme, null, MembershipKind.CONTACT, person, permissions(keys), List.of(), InMemoryRealm.NOW);
        realm.memberships.add(recorded);
        return recorded;
    }

    private void suspend(Actor actor, Membership member) {
        suspend(actor, acme.id(), member.id());
    }

    private void suspend(Actor actor, String customerId, String id) {
        contacts.suspend(actor, customerId, id, Precondition.NONE);
    }

    private void resume(Actor actor, Membership member) {
        contacts.resume(actor, acme.id(), member.id(), Precondition.NONE);
    }

    private void remove(Actor actor, Membership member) {
        contacts.remove(actor, acme.id(), member.id(), Precondition.NONE);
    }

    private Membership now(Membership member) {
        return realm.memberships.find(member.id()).orElseThrow();
    }

    private List<InvitationState> states(Membership member) {
        return realm.invitations.history(member.id()).stream()
                .map(Invitation::state)
                .toList();
    }

    private Actor.Member member(String userId) {
        return realm.member(userId);
    }

    private static Person named(@Nullable String email, String firstName) {
        return new Person(new Name(firstName), null, email == null ? null : new EmailAddress(email), null);
    }
}
