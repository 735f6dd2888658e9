package dev.foyer.membership;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.membership.ContactRegister.Contact;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What members can do with each other, and what not. */
class ColleaguesTest {

    private static final long NOW = 5;

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final List<Membership> invited = new ArrayList<>();
    private final Customer acme = customer("C-1");
    private final Customer beta = customer("C-2");

    private final Membership owner = member("owner", MembershipKind.OWNER);
    private final Membership manager = member("manager", MembershipKind.CONTACT, "contacts", "billing");
    private final Membership contact = member("contact", MembershipKind.CONTACT, "security");

    @Test
    void nobodyGivesMoreThanTheyHave() {
        allow("manager", contact, "security", "billing");
        assertRefused(Reason.GRANT_EXCEEDS_OWN, () -> allow("manager", contact, "security", "orders"));
        allow("manager", contact);
        assertRefused(Reason.GRANT_EXCEEDS_OWN, () -> allow("manager", contact, "security"));
        allow("owner", contact, "security", "orders");

        assertRefused(Reason.NOT_PERMITTED, () -> allow("contact", manager));
        assertRefused(Reason.NOT_FOUND, () -> allow("stranger", contact));
    }

    @Test
    void toGiveTheAccessBackIsToGiveAllThatComesWithIt() {
        move("manager", contact, MembershipMove.SUSPEND);
        assertRefused(Reason.GRANT_EXCEEDS_OWN, () -> move("manager", contact, MembershipMove.RESUME));
        move("owner", contact, MembershipMove.RESUME);
        assertThat(memberships.find(contact.id()).orElseThrow().state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void nobodyChangesThemselvesAndOnlyOwnersAnOwner() {
        assertRefused(Reason.OWN_MEMBERSHIP, () -> allow("manager", manager));
        assertRefused(Reason.OWN_MEMBERSHIP, () -> allow("owner", owner));
        assertRefused(Reason.OWN_MEMBERSHIP, () -> of("manager").remove(acme.id(), manager.id(), seen -> {}));
        assertRefused(Reason.NOT_PERMITTED, () -> allow("manager", owner));
        assertRefused(Reason.NOT_PERMITTED, () -> of("manager").remove(acme.id(), owner.id(), seen -> {}));

        Membership second = member("second", MembershipKind.OWNER);
        of("owner").remove(acme.id(), second.id(), seen -> {});
        assertThat(memberships.find(second.id())).isEmpty();
    }

    @Test
    void theRightsAreThoseInTheAccountThatIsActedOn() {
        Membership elsewhere = admit(beta, "contact", MembershipKind.OWNER);

        assertRefused(Reason.NOT_PERMITTED, () -> allow("contact", manager));
        assertRefused(Reason.NOT_FOUND, () -> of("manager").rights(beta.id()));
        assertRefused(Reason.NOT_FOUND, () -> of("contact").change(beta.id(), manager.id(), (in, seen) -> seen));
        assertThat(of("contact").rights(beta.id()).own()).isEqualTo(elsewhere);
    }

    @Test
    void whoIsSuspendedOrOverHasNoRights() {
        move("owner", manager, MembershipMove.SUSPEND);
        assertRefused(Reason.NOT_FOUND, () -> of("manager").rights(acme.id()));

        memberships.save(contact.until(NOW));
        assertRefused(Reason.NOT_FOUND, () -> of("contact").rights(acme.id()));
        memberships.save(contact.until(NOW + 1));
        assertThat(of("contact").rights(acme.id()).own().id()).isEqualTo(contact.id());
    }

    @Test
    void whoHasEnteredIsNotDescribedByOthers() {
        Person other = person("new@acme.it");
        Membership pending = of("owner").register(acme.id(), in -> contact(person(null)));

        assertRefused(
                Reason.PERSON_SETTLED, () -> of("owner").change(acme.id(), contact.id(), (in, seen) -> seen.of(other)));
        assertThat(of("owner")
                        .change(acme.id(), pending.id(), (in, seen) -> seen.of(other))
                        .person())
                .isEqualTo(other);
    }

    @Test
    void whoHasAnAddressIsInvitedAndWhoHasNoneStaysPending() {
        Membership unreachable = of("manager").register(acme.id(), in -> contact(person(null), "billing"));
        Membership reachable = of("manager").register(acme.id(), in -> contact(person("new@acme.it"), "billing"));

        assertThat(unreachable.state()).isEqualTo(MembershipState.PENDING);
        assertThat(unreachable.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(memberships.find(unreachable.id())).contains(unreachable);
        assertThat(invited).containsExactly(reachable);
        assertRefused(
                Reason.GRANT_EXCEEDS_OWN,
                () -> of("manager").register(acme.id(), in -> contact(person("b@acme.it"), "orders")));
        assertRefused(
                Reason.NOT_PERMITTED, () -> of("contact").register(acme.id(), in -> contact(person("b@acme.it"))));
    }

    @Test
    void whatIsOfferedAgainIsGivenAgain() {
        Membership offered =
                Membership.record(acme, null, MembershipKind.OWNER, person("boss@acme.it"), List.of(), List.of(), NOW);
        memberships.add(offered);
        Membership asContact = Membership.record(
                acme, null, MembershipKind.CONTACT, person("boss@acme.it"), List.of(), List.of(), NOW);

        assertRefused(Reason.NOT_PERMITTED, () -> of("manager").requireOffer(asContact));
        assertRefused(Reason.NOT_PERMITTED, () -> of("manager").holdToOffer(acme.id(), offered.id()));
        assertRefused(Reason.GRANT_EXCEEDS_OWN, () -> of("manager").holdToOffer(acme.id(), contact.id()));
        assertRefused(Reason.NOT_PERMITTED, () -> of("manager").holdToGive(acme.id(), MembershipKind.OWNER, List.of()));
        assertThat(of("manager").holdToChange(acme.id(), contact.id())).isEqualTo(contact);
        of("owner").holdToOffer(acme.id(), offered.id());
    }

    @Test
    void everybodyLeavesButTheLastOwner() {
        assertThat(of("contact").leave(acme.id())).isEqualTo(contact);
        assertThat(memberships.find(contact.id())).isEmpty();
        assertRefused(Reason.OWNER_NEEDED, () -> of("owner").leave(acme.id()));
        assertRefused(Reason.NOT_FOUND, () -> of("stranger").leave(acme.id()));
    }

    @Test
    void anOwnerHasAllPermissionsThereAre() {
        assertThat(of("owner").rights(acme.id()).permissions(PermissionCatalogue.BUILT_IN))
                .isEqualTo(PermissionCatalogue.BUILT_IN.permissions());
        assertThat(of("manager").rights(acme.id()).permissions(PermissionCatalogue.BUILT_IN))
                .isEqualTo(manager.permissions());
    }

    private Colleagues of(String user) {
        return new Colleagues(
                customers,
                memberships,
                new CustomerMembers(customers, memberships, invited -> {}),
                user,
                offered -> {
                    invited.add(offered);
                    return offered;
                },
                Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
    }

    private void allow(String user, Membership member, String... permissions) {
        of(user).change(acme.id(), member.id(), (in, seen) -> seen.allow(permissions(permissions)));
    }

    private void move(String user, Membership member, MembershipMove move) {
        of(user).change(acme.id(), member.id(), (in, seen) -> seen.move(move));
    }

    private Membership member(String user, MembershipKind kind, String... permissions) {
        return admit(acme, user, kind, permissions);
    }

    private Membership admit(Customer customer, String user, MembershipKind kind, String... permissions) {
        Membership member = Membership.record(
                        customer, user, kind, Person.UNRECORDED, permissions(permissions), List.of(), NOW)
                .move(MembershipMove.ADMIT);
        memberships.add(member);
        return member;
    }

    private Customer customer(String number) {
        Customer customer = Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, 1);
        customers.add(customer);
        return customer;
    }

    private static Contact contact(Person person, String... permissions) {
        return new Contact(person, List.copyOf(permissions(permissions)), List.of(), false);
    }

    private static Person person(@Nullable String email) {
        return new Person(new Name("A"), null, email == null ? null : new EmailAddress(email), null);
    }

    private static Set<Permission> permissions(String... keys) {
        return Stream.of(keys).map(Permission::new).collect(Collectors.toSet());
    }
}
