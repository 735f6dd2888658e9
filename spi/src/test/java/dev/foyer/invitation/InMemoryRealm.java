package dev.foyer.invitation;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.membership.InMemoryMemberships;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invitations in memory: the real services on ports in maps, with the customer Acme and a clock that tests move on. */
final class InMemoryRealm {

    static final Duration LIFETIME = Duration.ofDays(7);
    static final int PER_INVITER = 4;
    static final int PER_CUSTOMER = 6;
    static final int PER_RECIPIENT = 3;

    final InMemoryCustomers customers = new InMemoryCustomers();
    final InMemoryMemberships memberships = new InMemoryMemberships(customers);
    final InMemoryInvitations invitations = new InMemoryInvitations(customers, memberships);
    final InMemorySendings sendings = new InMemorySendings();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final Map<EmailAddress, String> users = new HashMap<>();
    final Set<EmailAddress> claimed = new HashSet<>();
    final Set<String> staff = new HashSet<>();

    private final InvitationRules rules = new InvitationRules(LIFETIME, PER_INVITER, PER_CUSTOMER, PER_RECIPIENT);
    private final InstantSource clock = this::now;

    private Instant now = Instant.ofEpochMilli(1_000_000_000);

    final Customer acme = open("C-1");

    Instant now() {
        return now;
    }

    Instant in(Duration duration) {
        return now.plus(duration);
    }

    void pass(Duration duration) {
        now = in(duration);
    }

    /** Who has which address; it is proved unless it is merely claimed. */
    private Optional<Users.Holder> holder(EmailAddress email) {
        return Optional.ofNullable(users.get(email)).map(user -> new Users.Holder(user, !claimed.contains(email)));
    }

    InvitationService service() {
        return new InvitationService(customers, memberships, invitations, sendings, outbox, this::holder, rules, clock);
    }

    InvitationBacking backing() {
        return new InvitationBacking(invitations, this::mayOffer);
    }

    InvitationResponses responses() {
        return new InvitationResponses(
                customers, memberships, invitations, this::mayOffer, this::staffAmong, outbox, clock);
    }

    private Set<String> staffAmong(Set<String> userIds) {
        return userIds.stream().filter(staff::contains).collect(Collectors.toSet());
    }

    /** Staff may always; members as long as their own membership lets them. */
    private boolean mayOffer(Inviter inviter, Membership offered) {
        return inviter.staff()
                || new MemberAccess(memberships, clock)
                        .find(offered.customerId(), inviter.userId())
                        .filter(rights -> rights.mayGive(offered.kind(), offered.permissions()))
                        .isPresent();
    }

    Customer open(String number) {
        Customer customer =
                Customer.open(new AccountNumber(number), new Name("Firm " + number), CustomerType.COMPANY, false, now);
        customers.add(customer);
        return customer;
    }

    Membership admit(Customer customer, String userId, String... permissions) {
        Membership member =
                record(customer, userId, Person.UNRECORDED, permissions).move(MembershipMove.ADMIT);
        memberships.add(member);
        return member;
    }

    Membership record(Customer customer, @Nullable String userId, Person person, String... permissions) {
        return Membership.record(
                customer,
                userId,
                MembershipKind.CONTACT,
                person,
                Stream.of(permissions).map(Permission::new).toList(),
                List.of(),
                now);
    }

    Membership offer(EmailAddress address) {
        return offer(acme, address);
    }

    Membership offer(Customer customer, EmailAddress address) {
        return record(customer, null, new Person(null, null, address, null), "billing")
                .withKind(MembershipKind.GUEST);
    }

    Invitation invite(EmailAddress address) {
        return invite(address, staff());
    }

    Invitation invite(EmailAddress address, Inviter by) {
        return service().invite(acme, offer(address), InvitationOptions.PLAIN, by);
    }

    Invitation resend(Invitation invitation, Inviter by) {
        return service().resend(membership(invitation), by);
    }

    Membership membership(Invitation invitation) {
        return memberships.find(invitation.membershipId()).orElseThrow();
    }

    Invitation current(Invitation invitation) {
        return invitations.find(invitation.id()).orElseThrow();
    }

    List<InvitationState> states(Invitation invitation) {
        return invitations.history(invitation.membershipId()).stream()
                .map(Invitation::state)
                .toList();
    }

    Inviter staff() {
        return new Inviter("master", "admin", true, new Name("The admin"));
    }

    Inviter member(String userId) {
        return new Inviter("realm", userId, false, new Name(userId));
    }
}
