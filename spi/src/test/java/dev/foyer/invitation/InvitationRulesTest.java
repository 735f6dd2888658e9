package dev.foyer.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How many invitations there may be, by whom, to which customer and to which address. */
class InvitationRulesTest {

    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");
    private static final EmailAddress BEA_AT_HOME = new EmailAddress("bea@home.example");
    private static final Duration DAY = InvitationRules.WINDOW;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final InMemoryRealm realm = new InMemoryRealm();
    private final InvitationService service = realm.service();
    private final Inviter ann = realm.member("ann");
    private final Inviter bob = realm.member("bob");

    @Test
    void aMemberInvitesSoManyInADayWhereverItIs() {
        Customer beta = realm.open("C-2");
        for (int i = 0; i < InMemoryRealm.PER_INVITER; i++) {
            Customer customer = i == 0 ? beta : realm.acme;
            service.invite(customer, realm.offer(customer, address(i)), InvitationOptions.PLAIN, ann);
            realm.pass(SECOND);
        }

        assertThat(room(() -> realm.invite(BEA, ann)))
                .isEqualTo(DAY.minus(SECOND.multipliedBy(InMemoryRealm.PER_INVITER))
                        .toSeconds());
        realm.pass(DAY.minus(SECOND.multipliedBy(InMemoryRealm.PER_INVITER)).minus(MOMENT));
        assertThat(room(() -> realm.invite(BEA, ann))).isEqualTo(1);
        realm.pass(MOMENT);
        assertThat(realm.invite(BEA, ann).state()).isEqualTo(InvitationState.SENT);
        assertThat(room(() -> realm.invite(BEA_AT_HOME, ann))).isEqualTo(1);
    }

    @Test
    void theMembersOfACustomerInviteSoManyTogether() {
        realm.invite(address(0));
        IntStream.range(1, InMemoryRealm.PER_INVITER).forEach(i -> realm.invite(address(i), ann));
        IntStream.range(InMemoryRealm.PER_INVITER, InMemoryRealm.PER_CUSTOMER)
                .forEach(i -> realm.invite(address(i), bob));

        assertThat(room(() -> realm.invite(BEA, bob))).isEqualTo(DAY.toSeconds());
        Customer beta = realm.open("C-2");
        assertThat(service.invite(beta, realm.offer(beta, BEA), InvitationOptions.PLAIN, bob)
                        .state())
                .isEqualTo(InvitationState.SENT);
    }

    @Test
    void staffIsNotCountedWithMembers() {
        for (int i = 0; i < 2 * InMemoryRealm.PER_CUSTOMER; i++) {
            realm.invite(address(i));
        }

        assertThat(realm.outbox.mails()).hasSize(2 * InMemoryRealm.PER_CUSTOMER);
        // But what staff sends to a customer's people is in the customer's count.
        assertThat(room(() -> realm.invite(BEA, ann))).isEqualTo(DAY.toSeconds());
    }

    @Test
    void anAddressGetsSoManyFromWhomever() {
        Invitation invitation = realm.invite(BEA, ann);
        realm.pass(SECOND);
        realm.resend(invitation, bob);
        Customer beta = realm.open("C-2");
        service.invite(beta, realm.offer(beta, BEA), InvitationOptions.PLAIN, realm.staff());

        assertThat(room(() -> realm.resend(invitation, realm.staff())))
                .isEqualTo(DAY.minus(SECOND).toSeconds());
        assertThat(realm.outbox.mails()).hasSize(InMemoryRealm.PER_RECIPIENT);
    }

    @Test
    void whoseAddressItIsMakesNoDifferenceToTheLimit() {
        IntStream.range(0, InMemoryRealm.PER_INVITER).forEach(i -> realm.invite(address(i), ann));
        realm.admit(realm.acme, "bea");
        realm.users.put(BEA, "bea");

        assertThat(room(() -> realm.invite(BEA, ann))).isEqualTo(room(() -> realm.invite(BEA_AT_HOME, ann)));
    }

    private static EmailAddress address(int number) {
        return new EmailAddress("a" + number + "@x.example");
    }

    /** After how many seconds there is room again for what is too much now. */
    private static long room(ThrowingCallable attempt) {
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
        assertThat(refusal.reason()).isEqualTo(InvitationReason.INVITATION_LIMIT);
        return (Long) refusal.details().get(0);
    }
}
