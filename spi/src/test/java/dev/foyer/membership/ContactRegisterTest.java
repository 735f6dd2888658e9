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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who becomes what when a person is registered. */
class ContactRegisterTest {

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final Users users = new Users();
    private final List<String> guests = new ArrayList<>();
    private final ContactRegister register = new ContactRegister(
            customers,
            new MembershipRegister(memberships),
            users,
            this::invite,
            Clock.fixed(Instant.ofEpochMilli(5), ZoneOffset.UTC));
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, 1);

    ContactRegisterTest() {
        customers.add(acme);
    }

    @Test
    void whoHasNoUserStaysPending() {
        Membership anna = register("anna@acme.it", false);

        assertThat(anna.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(anna.state()).isEqualTo(MembershipState.PENDING);
        assertThat(anna.userId()).isNull();
        assertThat(anna.createdAt()).isEqualTo(5);
        assertThat(memberships.find(anna.id())).contains(anna);
        assertThat(users.welcomed).isEmpty();
    }

    @Test
    void whoGetsAUserIsActiveAndToldSo() {
        Membership anna = register("anna@acme.it", true);

        assertThat(anna.kind()).isEqualTo(MembershipKind.CONTACT);
        assertThat(anna.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(anna.userId()).isEqualTo("user-anna@acme.it");
        assertThat(users.welcomed).containsExactly("user-anna@acme.it");
        assertRefused(Reason.VALUE_MISSING, () -> register(null, true));
    }

    @Test
    void whoseAddressIsAUsersIsInvitedAsAGuest() {
        users.byEmail.put(new EmailAddress("bruno@example.com"), "bruno");

        for (boolean createUser : new boolean[] {false, true}) {
            Membership bruno = register("BRUNO@example.com", createUser);
            assertThat(bruno.kind()).isEqualTo(MembershipKind.GUEST);
            assertThat(bruno.state()).isEqualTo(MembershipState.INVITE_SENT);
            assertThat(bruno.userId()).isNull();
            memberships.remove(bruno);
        }
        assertThat(guests).containsExactly("bruno", "bruno");
        assertThat(users.welcomed).isEmpty();
    }

    @Test
    void nobodyIsRegisteredTwiceOrNowhere() {
        register("anna@acme.it", true);

        assertRefused(Reason.MEMBERSHIP_EXISTS, () -> register("anna@acme.it", false));
        assertRefused(Reason.NOT_FOUND, () -> register.register("nowhere", customer -> contact(null, false)));
    }

    private Membership register(@Nullable String email, boolean createUser) {
        return register.register(acme.id(), customer -> contact(email, createUser));
    }

    private Membership invite(Membership offered, String userId) {
        Membership invited = offered.move(MembershipMove.INVITE);
        new MembershipRegister(memberships).add(invited);
        guests.add(userId);
        return invited;
    }

    private static Contact contact(@Nullable String email, boolean createUser) {
        Person person = new Person(new Name("A"), null, email == null ? null : new EmailAddress(email), null);
        return new Contact(person, List.of(), List.of(), createUser);
    }

    /** Users in memory. */
    private static final class Users implements ExternalUsers {

        private final Map<EmailAddress, String> byEmail = new HashMap<>();
        private final List<String> welcomed = new ArrayList<>();

        @Override
        public Optional<String> findByEmail(EmailAddress email) {
            return Optional.ofNullable(byEmail.get(email));
        }

        @Override
        public String create(Person person) {
            EmailAddress email = java.util.Objects.requireNonNull(person.email());
            byEmail.put(email, "user-" + email);
            return "user-" + email;
        }

        @Override
        public void welcome(String userId) {
            welcomed.add(userId);
        }
    }
}
