package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;
import static dev.foyer.contacts.InMemoryRealm.grant;
import static dev.foyer.contacts.InMemoryRealm.permissions;
import static dev.foyer.contacts.InMemoryRealm.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.InputReason;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationState;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
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
        realm.customers.save(acme.deactivate());

        assertRefused(InputReason.NOT_FOUND, () -> contacts.requireManage(member("owner"), acme.id()));
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
        Person third = person("third@acme.it");
        assertThat(describe(realm.staff(), contact, third).person()).isEqualTo(third);
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
        Invitation sent = resend(member("owner"), offered);

        assertThat(now(offered).state()).isEqualTo(MembershipState.INVITE_SENT);
        assertRefused(
                MembershipReason.NOT_PERMITTED, () -> contacts.revoke(member("manager"), acme.id(), offered.id()));
        assertThat(contacts.revoke(realm.staff(), acme.id(), offered.id()).id()).isEqualTo(sent.id());
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

    private Invitation resend(Actor actor, Membership member) {
        return contacts.resend(actor, acme.id(), member.id());
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
