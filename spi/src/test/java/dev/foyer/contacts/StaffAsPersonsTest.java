package dev.foyer.contacts;

import static dev.foyer.Refusals.assertRefused;
import static dev.foyer.contacts.InMemoryRealm.grant;
import static dev.foyer.contacts.InMemoryRealm.permissions;
import static dev.foyer.contacts.InMemoryRealm.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Person;
import dev.foyer.staff.StaffReason;
import dev.foyer.text.EmailAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Staff open no account to themselves, nor to each other, but by their own role for it. */
class StaffAsPersonsTest {

    private static final String OWN = "Clerk@Staff.example";

    private final InMemoryRealm realm = new InMemoryRealm();
    private final ContactAdmission admission = realm.admission();
    private final ContactManagement contacts = realm.management();
    private final Customer acme = realm.open("C-1");
    private final Actor.Staff clerk = realm.staff("clerk");

    StaffAsPersonsTest() {
        realm.staff.add("clerk");
        realm.admit(acme, "owner", MembershipKind.OWNER);
    }

    @Test
    void staffInviteThemselvesToNoPlace() {
        for (MembershipKind kind : List.of(MembershipKind.OWNER, MembershipKind.CONTACT, MembershipKind.GUEST)) {
            List<InvitationOutcome> outcomes = invite(clerk, kind, OWN, "anna@acme.example");

            assertThat(outcomes.get(0).refusal()).extracting(Refusal::reason).isEqualTo(StaffReason.STAFF_AS_PERSON);
            Membership anna = realm.memberships
                    .find(Objects.requireNonNull(outcomes.get(1).invitation()).membershipId())
                    .orElseThrow();
            realm.memberships.remove(anna);
        }
        assertThat(realm.memberships.findByEmail(acme.id(), new EmailAddress(OWN)))
                .isEmpty();
    }

    @Test
    void staffRegisterThemselvesNowhere() {
        for (boolean createUser : new boolean[] {false, true}) {
            assertRefused(
                    StaffReason.STAFF_AS_PERSON,
                    () -> admission.register(clerk, acme.id(), new Contact(person(OWN), grant(), createUser)));
        }
        assertThat(realm.welcomed).isEmpty();
    }

    @Test
    void aRecordedPlaceIsNotLedToWhoLeadsIt() {
        Membership anna = admission.register(clerk, acme.id(), new Contact(person(null), grant("billing"), false));

        assertRefused(StaffReason.STAFF_AS_PERSON, () -> change(clerk, anna, person(OWN), "billing"));
        change(realm.staff("colleague"), anna, person(OWN), "billing");
        assertRefused(StaffReason.STAFF_AS_PERSON, () -> contacts.resend(clerk, acme.id(), anna.id()));
    }

    @Test
    void staffGiveStaffWhoAreMembersNothingMore() {
        Membership own = realm.admit(acme, "clerk", MembershipKind.CONTACT, "billing", "support");
        for (Actor.Staff staff : List.of(clerk, realm.staff("colleague"))) {
            assertRefused(StaffReason.STAFF_AS_PERSON, () -> change(staff, own, own.person(), "billing", "orders"));
        }

        change(clerk, own, own.person(), "billing");
        contacts.suspend(clerk, acme.id(), own.id(), Precondition.NONE);
        assertRefused(
                StaffReason.STAFF_AS_PERSON, () -> contacts.resume(clerk, acme.id(), own.id(), Precondition.NONE));
        contacts.resume(realm.member("owner"), acme.id(), own.id(), Precondition.NONE);
        change(realm.member("owner"), own, own.person(), "billing", "orders");
        contacts.remove(clerk, acme.id(), own.id(), Precondition.NONE);
    }

    @Test
    void whoIsNotStaffIsLookedAfterAsBefore() {
        Membership anna = realm.admit(acme, "anna", MembershipKind.CONTACT, "billing");

        change(clerk, anna, anna.person(), "billing", "orders");
        contacts.suspend(clerk, acme.id(), anna.id(), Precondition.NONE);
        contacts.resume(clerk, acme.id(), anna.id(), Precondition.NONE);

        assertThat(realm.memberships.find(anna.id()).orElseThrow())
                .extracting(Membership::state, Membership::permissions)
                .containsExactly(MembershipState.ACTIVE, permissions("billing", "orders"));
    }

    @Test
    void aCustomersOwnMembersInviteWhomTheyLike() {
        assertThat(invite(realm.member("owner"), MembershipKind.GUEST, OWN)
                        .get(0)
                        .refusal())
                .isNull();
    }

    private List<InvitationOutcome> invite(Actor actor, MembershipKind kind, String... addresses) {
        return admission.invite(
                actor,
                acme.id(),
                new InvitationRequest(List.of(addresses), kind, grant("billing"), null, InvitationOptions.PLAIN));
    }

    private Membership change(Actor actor, Membership member, Person person, String... permissions) {
        return contacts.change(
                actor, acme.id(), member.id(), (present, customer) -> new Revision.Wanted(person, grant(permissions)));
    }
}
