package dev.foyer.membership;

import static dev.foyer.Refusals.assertRefused;
import static dev.foyer.membership.MembershipState.ACTIVE;
import static dev.foyer.membership.MembershipState.INACTIVE;
import static dev.foyer.membership.MembershipState.INVITE_SENT;
import static dev.foyer.membership.MembershipState.PENDING;
import static dev.foyer.membership.MembershipState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipTest {

    private static final Map<MembershipState, Map<MembershipMove, MembershipState>> FORESEEN = Map.of(
            PENDING, Map.of(MembershipMove.INVITE, INVITE_SENT, MembershipMove.ADMIT, ACTIVE),
            INVITE_SENT,
                    Map.of(
                            MembershipMove.INVITE, INVITE_SENT,
                            MembershipMove.ACCEPT, ACTIVE,
                            MembershipMove.REJECT, REJECTED,
                            MembershipMove.WITHDRAW, PENDING),
            REJECTED, Map.of(MembershipMove.INVITE, INVITE_SENT),
            ACTIVE, Map.of(MembershipMove.SUSPEND, INACTIVE),
            INACTIVE, Map.of(MembershipMove.RESUME, ACTIVE));

    private final Customer acme = customer("C-1");
    private final InMemoryMemberships memberships = new InMemoryMemberships(new InMemoryCustomers());
    private final MembershipService register = new MembershipService(memberships);

    @ParameterizedTest
    @EnumSource
    void aStateAllowsTheForeseenMovesAndRefusesEveryOther(MembershipState state) {
        for (MembershipMove move : MembershipMove.values()) {
            MembershipState next = FORESEEN.getOrDefault(state, Map.of()).get(move);
            if (next == null) {
                assertRefused(MembershipReason.MEMBERSHIP_MOVE, () -> state.after(move));
            } else {
                assertThat(state.after(move)).isEqualTo(next);
            }
        }
    }

    @Test
    void aPersonWithoutAUserStaysPending() {
        Membership membership = record(null, "anna@acme.it");

        assertThat(membership.state()).isEqualTo(PENDING);
        assertRefused(MembershipReason.MEMBERSHIP_NEEDS_USER, () -> membership.move(MembershipMove.ADMIT));
        assertThat(membership.withUser("u1").move(MembershipMove.ADMIT).state()).isEqualTo(ACTIVE);
    }

    @Test
    void nobodyIsNoMember() {
        assertRefused(MembershipReason.MEMBERSHIP_NEEDS_PERSON, () -> record(null, null));
    }

    @Test
    void aUserAndAnAddressAreMembersOnce() {
        register.add(record("u1", "anna@acme.it"));

        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> register.add(record("u1", null)));
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> register.add(record("u2", "ANNA@acme.it")));
        register.add(record("u2", "bruno@acme.it"));
    }

    @Test
    void thePermanentContactTypeHoldsOnePerson() {
        List<ContactType> permanent = List.of(acme.requireContactType(ContactType.CUSTOMER));
        Membership anna = record("u1", "anna@acme.it").withContactTypes(acme, permanent);
        Membership bruno = record("u2", "bruno@acme.it");
        register.add(anna);
        register.add(bruno);

        assertRefused(
                MembershipReason.CONTACT_TYPE_HOLDS_ONE, () -> register.save(bruno.withContactTypes(acme, permanent)));
        register.save(anna.withContactTypes(acme, List.of()));
        register.save(bruno.withContactTypes(acme, permanent));
        register.save(bruno.withContactTypes(acme, permanent).withPermissions(Set.of(Permission.CONTACTS)));
    }

    @Test
    void aContactTypeOfAnotherCustomerIsUnknown() {
        Customer other = customer("C-2").addContactType(new Name("Prepress"));

        assertRefused(
                CustomerReason.CONTACT_TYPE_UNKNOWN,
                () -> record("u1", null)
                        .withContactTypes(acme, List.of(other.contactTypes().get(1))));
    }

    @Test
    void theCatalogueIsTheBuiltInPermissionsAndTheRealmsOwn() {
        PermissionCatalogue catalogue = PermissionCatalogue.BUILT_IN.with(List.of(new Permission("print-approval")));

        assertThat(PermissionCatalogue.BUILT_IN.permissions())
                .extracting(Permission::key)
                .containsExactly(
                        "billing", "contacts", "orders", "provisioning", "security", "support", "system-configuration");
        assertThat(catalogue.require("print-approval")).isEqualTo(new Permission("print-approval"));
        assertRefused(
                MembershipReason.PERMISSION_UNKNOWN, () -> PermissionCatalogue.BUILT_IN.require("print-approval"));
        assertRefused(MembershipReason.PERMISSION_INVALID, () -> new Permission("Print Approval"));
    }

    private Membership record(@Nullable String userId, @Nullable String email) {
        Person person = email == null ? Person.UNRECORDED : new Person(null, null, new EmailAddress(email), null);
        return Membership.record(acme, userId, MembershipKind.CONTACT, person, List.of(), List.of(), Instant.EPOCH);
    }

    private static Customer customer(String number) {
        return Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);
    }
}
