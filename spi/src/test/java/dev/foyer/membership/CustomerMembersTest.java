package dev.foyer.membership;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What admins can do with the members of a customer, and what must stay. */
class CustomerMembersTest {

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryPermissions permissions = new InMemoryPermissions(memberships);
    private final List<Membership> ended = new ArrayList<>();
    private final CustomerMembers members = new CustomerMembers(customers, memberships, ended::add);
    private final Customer acme = customer("C-1");

    @Test
    void theLastActiveOwnerStays() {
        Membership anna = add("anna", MembershipKind.OWNER);
        Membership bruno = add("bruno", MembershipKind.OWNER);
        add("carla", MembershipKind.CONTACT);

        move(bruno, MembershipMove.SUSPEND);
        assertRefused(Reason.OWNER_NEEDED, () -> move(anna, MembershipMove.SUSPEND));
        assertRefused(Reason.OWNER_NEEDED, () -> remove(acme, anna));
        members.change(acme.id(), anna.id(), (customer, present) -> present.allow(Set.of()));

        move(bruno, MembershipMove.RESUME);
        remove(acme, anna);
        assertThat(memberships.find(anna.id())).isEmpty();
        assertRefused(Reason.OWNER_NEEDED, () -> remove(acme, bruno));
    }

    @Test
    void whoIsNoActiveOwnerCanGo() {
        Membership carla = add("carla", MembershipKind.CONTACT);
        Membership dario = add("dario", MembershipKind.OWNER);
        add("elena", MembershipKind.OWNER);
        move(dario, MembershipMove.SUSPEND);

        remove(acme, carla);
        remove(acme, dario);

        assertThat(memberships.count(acme.id())).isEqualTo(1);
    }

    @Test
    void aMembershipOfAnotherCustomerIsAbsent() {
        Membership anna = add("anna", MembershipKind.CONTACT);
        Customer other = customer("C-2");

        assertRefused(Reason.NOT_FOUND, () -> remove(other, anna));
        assertRefused(Reason.NOT_FOUND, () -> members.change(other.id(), anna.id(), (customer, present) -> present));
        assertRefused(Reason.NOT_FOUND, () -> members.change("nowhere", anna.id(), (customer, present) -> present));
        assertThat(memberships.find(anna.id())).contains(anna);
    }

    @Test
    void aCustomerIsRemovedByItsIdAndAccountIdTogether() {
        add("anna", MembershipKind.OWNER);
        CustomerClosure closure = new CustomerClosure(customers, memberships);

        assertRefused(Reason.ACCOUNT_ID_DIFFERS, () -> closure.remove(acme.id(), new AccountNumber("C-2")));
        assertRefused(Reason.NOT_FOUND, () -> closure.remove("nowhere", acme.number()));
        assertThat(closure.remove(acme.id(), acme.number()).memberships()).isEqualTo(1);
        assertThat(customers.find(acme.id())).isEmpty();
    }

    @Test
    void aPermissionGoesWhenNobodyHasItAnyMore() {
        PermissionRegister register = new PermissionRegister(permissions);
        Permission own = new Permission("print-approval");
        register.add(own);
        Membership anna = add("anna", MembershipKind.CONTACT);
        members.change(acme.id(), anna.id(), (customer, present) -> present.allow(Set.of(own)));

        assertRefused(Reason.PERMISSION_EXISTS, () -> register.add(own));
        assertRefused(Reason.PERMISSION_EXISTS, () -> register.add(new Permission("billing")));
        assertRefused(Reason.PERMISSION_PERMANENT, () -> register.remove("billing"));
        assertRefused(Reason.NOT_FOUND, () -> register.remove("unknown"));
        assertRefused(Reason.PERMISSION_USED, () -> register.remove("print-approval"));
    }

    @Test
    void anInvitationIsOverWithTheAddressThatItWentTo() {
        Membership bea = Membership.record(
                        acme, null, MembershipKind.GUEST, person("bea@acme.it", null), List.of(), List.of(), 1L)
                .move(MembershipMove.INVITE);
        memberships.add(bea);

        assertThat(describe(bea, person("BEA@acme.it", "Bea")).state()).isEqualTo(MembershipState.INVITE_SENT);
        assertThat(ended).isEmpty();

        Membership corrected = describe(bea, person("bea@acme.com", "Bea"));
        assertThat(corrected.state()).isEqualTo(MembershipState.PENDING);
        assertThat(memberships.find(bea.id())).contains(corrected);
        assertThat(ended).extracting(Membership::id).containsExactly(bea.id());

        assertThat(describe(bea, person(null, "Bea")).state()).isEqualTo(MembershipState.PENDING);
        assertThat(ended).hasSize(1);
    }

    private Membership describe(Membership membership, Person person) {
        return members.change(acme.id(), membership.id(), (customer, present) -> present.of(person));
    }

    private static Person person(@Nullable String email, @Nullable String firstName) {
        return new Person(
                firstName == null ? null : new Name(firstName),
                null,
                email == null ? null : new EmailAddress(email),
                null);
    }

    private Membership add(String user, MembershipKind kind) {
        Membership added = Membership.record(acme, user, kind, Person.UNRECORDED, List.of(), List.of(), 1L)
                .move(MembershipMove.ADMIT);
        memberships.add(added);
        return added;
    }

    private void move(Membership membership, MembershipMove move) {
        members.change(acme.id(), membership.id(), (customer, present) -> present.move(move));
    }

    private void remove(Customer customer, Membership membership) {
        members.remove(customer.id(), membership.id(), present -> {});
    }

    private Customer customer(String number) {
        Customer customer = Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, 1L);
        customers.add(customer);
        return customer;
    }
}
