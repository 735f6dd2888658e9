package dev.foyer.invitation.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.Users;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.persistence.Database;
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
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** A realm in one of the databases, with the customer Acme that people are invited to, and a clock that tests move on. */
final class InvitationFixture {

    static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);

    static final InvitationRules RULES = new InvitationRules(Duration.ofDays(7), 4, 6, 3);

    final String id = UUID.randomUUID().toString();
    final Map<EmailAddress, Users.Holder> users = new HashMap<>();
    final Set<String> gone = new HashSet<>();
    final Customer acme = Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, NOW);

    Instant now = NOW;
    boolean mayOffer = true;

    private final Database database;

    InvitationFixture(Database database) {
        this.database = database;
        database.run(em -> new JpaCustomers(em, id).add(acme));
    }

    Invitation invite(EmailAddress address) {
        return invite(address, staff());
    }

    Invitation invite(EmailAddress address, Inviter by) {
        return invite(offer(address), InvitationOptions.PLAIN, by);
    }

    Invitation invite(Membership offered, InvitationOptions options, Inviter by) {
        return inviting(service -> service.invite(lock(service), offered, options, by));
    }

    Invitation resend(String membershipId) {
        return inviting(service -> {
            lock(service);
            return service.resend(service.memberships().find(membershipId).orElseThrow(), staff());
        });
    }

    Invitation revoke(String membershipId, String by) {
        return inviting(service -> {
            lock(service);
            return service.revoke(service.memberships().find(membershipId).orElseThrow(), by);
        });
    }

    Customer lock(InvitationService service) {
        return service.customers().lock(acme.id()).orElseThrow();
    }

    Customer open(String number) {
        Customer customer = Customer.open(new AccountNumber(number), acme.name(), CustomerType.COMPANY, false, now);
        database.run(em -> new JpaCustomers(em, id).add(customer));
        return customer;
    }

    Invitation invite(Customer customer, EmailAddress address, Inviter by) {
        return inviting(service -> service.invite(
                service.customers().lock(customer.id()).orElseThrow(),
                offer(customer, address),
                InvitationOptions.PLAIN,
                by));
    }

    void remove(Invitation invitation) {
        database.run(em -> {
            JpaMemberships memberships = new JpaMemberships(em, id);
            memberships.remove(memberships.find(invitation.membershipId()).orElseThrow());
        });
    }

    Inviter member(String userId) {
        return new Inviter(id, userId, false, new Name(userId));
    }

    Membership offer(EmailAddress address) {
        return offer(acme, address);
    }

    Membership offer(Customer customer, EmailAddress address) {
        return Membership.record(
                customer,
                null,
                MembershipKind.GUEST,
                new Person(null, null, address, null),
                List.of(new Permission("billing")),
                List.of(),
                now);
    }

    Membership accept(Invitation invitation, Invitee invitee) {
        return answer(answering -> answering.accept(invitation.id(), invitee));
    }

    List<Offer> openFor(Invitee invitee) {
        return answer(answering -> answering.openFor(invitee, 5));
    }

    Inviter staff() {
        return new Inviter("master", "admin", true, new Name("The admin"));
    }

    List<Invitation> history(String membershipId) {
        return database.call(em -> invitations(em).history(membershipId));
    }

    Membership membership(String membershipId) {
        return database.call(em -> new JpaMemberships(em, id).find(membershipId))
                .orElseThrow();
    }

    <T> T inviting(Function<InvitationService, T> work) {
        return database.call(em -> work.apply(new InvitationService(
                new JpaCustomers(em, id),
                new JpaMemberships(em, id),
                invitations(em),
                new JpaSendings(em, id),
                outbox(em),
                new RealmUsers(),
                RULES,
                clock())));
    }

    <T> T answer(Function<InvitationResponses, T> work) {
        return database.call(em -> work.apply(new InvitationResponses(
                new JpaCustomers(em, id),
                new JpaMemberships(em, id),
                invitations(em),
                (inviter, offered) -> mayOffer,
                userIds -> Set.of(),
                outbox(em),
                clock())));
    }

    JpaInvitations invitations(Session em) {
        return new JpaInvitations(em, id, new JpaMemberships(em, id), changed -> {});
    }

    JpaOutbox outbox(Session em) {
        return new JpaOutbox(em, id, () -> "https://id.example/", clock());
    }

    private final class RealmUsers implements Users {

        @Override
        public Optional<Holder> findByEmail(EmailAddress email) {
            return Optional.ofNullable(users.get(email));
        }

        @Override
        public boolean exists(String userId) {
            return !gone.contains(userId);
        }
    }

    private InstantSource clock() {
        return InstantSource.fixed(now);
    }
}
