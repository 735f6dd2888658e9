package dev.foyer.contacts;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.invitation.InMemoryInvitations;
import dev.foyer.invitation.InMemoryOutbox;
import dev.foyer.invitation.InMemorySendings;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Inviter;
import dev.foyer.membership.InMemoryMemberships;
import dev.foyer.membership.InMemoryPermissions;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.Users;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact management in memory: the real services on ports in maps. */
final class InMemoryRealm implements UserAccounts {

    static final Instant NOW = Instant.ofEpochMilli(5);

    final InMemoryCustomers customers = new InMemoryCustomers();
    final InMemoryMemberships memberships = new InMemoryMemberships(customers);
    final InMemoryPermissions permissions = new InMemoryPermissions(memberships);
    final InMemoryInvitations invitations = new InMemoryInvitations(customers, memberships);
    final InMemorySendings sendings = new InMemorySendings();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final Map<EmailAddress, String> users = new HashMap<>();
    final Set<EmailAddress> claimed = new HashSet<>();
    final Set<String> staff = new HashSet<>(Set.of("admin"));
    final List<String> welcomed = new ArrayList<>();

    private final InstantSource clock = InstantSource.fixed(NOW);

    MemberAccess access() {
        return new MemberAccess(memberships, clock);
    }

    ContactManagement management() {
        return new ContactManagement(
                customers,
                memberships,
                permissions,
                access(),
                invitationService(),
                new InvitationBacking(invitations, this::mayOffer),
                clock);
    }

    ContactAdmission admission() {
        return new ContactAdmission(
                customers, memberships, permissions, access(), invitationService(), this::holder, clock);
    }

    InvitationResponses responses() {
        return new InvitationResponses(
                customers, memberships, invitations, this::mayOffer, this::staffAmong, outbox, clock);
    }

    /** Staff may always; members as long as their own membership lets them. */
    private boolean mayOffer(Inviter inviter, Membership offered) {
        return inviter.staff()
                || access().find(offered.customerId(), inviter.userId())
                        .filter(rights -> rights.mayGive(offered.kind(), offered.permissions()))
                        .isPresent();
    }

    ContactTypeManagement contactTypes() {
        return new ContactTypeManagement(customers, access());
    }

    /** Who has which address; it is proved unless it is merely claimed. */
    private Optional<Users.Holder> holder(EmailAddress email) {
        return Optional.ofNullable(users.get(email)).map(user -> new Users.Holder(user, !claimed.contains(email)));
    }

    private InvitationService invitationService() {
        return new InvitationService(
                customers,
                memberships,
                invitations,
                sendings,
                outbox,
                this::holder,
                new InvitationRules(Duration.ofDays(7), 100, 100, 3),
                clock);
    }

    Actor.Staff staff() {
        return staff("admin");
    }

    /** Somebody of the realm who is staff, with an address of their own. */
    Actor.Staff staff(String userId) {
        Inviter inviter = new Inviter("realm", userId, true, new Name("The " + userId));
        return new Actor.Staff(inviter, new EmailAddress(userId + "@staff.example"), this::staffAmong, this);
    }

    private Set<String> staffAmong(Set<String> userIds) {
        return userIds.stream().filter(staff::contains).collect(Collectors.toSet());
    }

    Actor.Member member(String userId) {
        return new Actor.Member(new Inviter("realm", userId, false, new Name(userId)));
    }

    Customer open(String number) {
        Customer customer =
                Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);
        customers.add(customer);
        return customer;
    }

    Membership admit(Customer customer, String userId, MembershipKind kind, String... permissionKeys) {
        Membership member = Membership.record(
                        customer, userId, kind, Person.UNRECORDED, permissions(permissionKeys), List.of(), NOW)
                .move(MembershipMove.ADMIT);
        memberships.add(member);
        return member;
    }

    @Override
    public String create(Person person) {
        EmailAddress email = Objects.requireNonNull(person.email());
        users.put(email, "user-" + email);
        return "user-" + email;
    }

    @Override
    public void welcome(String userId) {
        welcomed.add(userId);
    }

    static Grant grant(String... permissionKeys) {
        return new Grant(List.of(permissionKeys), List.of());
    }

    static Person person(@Nullable String email) {
        return new Person(new Name("A"), null, email == null ? null : new EmailAddress(email), null);
    }

    static Set<Permission> permissions(String... keys) {
        return Stream.of(keys).map(Permission::new).collect(Collectors.toSet());
    }
}
