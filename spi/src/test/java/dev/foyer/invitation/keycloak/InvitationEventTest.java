package dev.foyer.invitation.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.keycloak.BareSession.Bus;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Person;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.RealmAdapter;
import org.keycloak.models.jpa.entities.RealmAttributeEntity;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.provider.ProviderEvent;

/** What other extensions hear of invitations, on Keycloak's own bus and on every database. */
@ParameterizedClass
@EnumSource
final class InvitationEventTest {

    private static final EmailAddress BEA = new EmailAddress("bea@beta.example");
    private static final Inviter ANN = new Inviter("master", "ann", true, new Name("Ann"));

    private final Database database;
    private final RealmEntity realm = new RealmEntity();
    private final Bus bus = new Bus();
    private final List<Heard> heard = new ArrayList<>();
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);

    InvitationEventTest(Database database) {
        this.database = database;
        realm.setId(UUID.randomUUID().toString());
        // Nobody is found by an address then: this realm has no users.
        realm.setDuplicateEmailsAllowed(true);
        run(services -> {
            services.service().customers().add(acme);
            return acme;
        });
        bus.register(this::listen);
    }

    /** What became of an invitation, by whom, and what its membership was in the eyes of the listener. */
    private record Heard(
            String invitation, String state, @Nullable String userId, String membership) {}

    @Test
    void sendingAgainIsHeardAsTheEndOfTheOldOneAndTheNewOne() {
        Invitation first = invite();

        Invitation second = run(services -> services.service().resend(membership(services, first), inviter("bob")));

        assertThat(heard)
                .containsExactly(
                        new Heard(first.id(), "sent", "ann", "invite_sent"),
                        new Heard(first.id(), "revoked", "bob", "invite_sent"),
                        new Heard(second.id(), "sent", "bob", "invite_sent"));
    }

    @Test
    void anAnswerIsHeardWhenTheMembershipIsWhatItSays() {
        Invitation accepted = invite();
        run(services -> responses(services).accept(accepted.id(), new Invitee("bea", BEA, true)));
        Invitation rejected = invite(new EmailAddress("ciro@beta.example"));
        run(services -> services.responses()
                .reject(rejected.id(), new Invitee("ciro", new EmailAddress("ciro@beta.example"), true)));

        assertThat(heard)
                .contains(
                        new Heard(accepted.id(), "accepted", "bea", "active"),
                        new Heard(rejected.id(), "rejected", "ciro", "rejected"))
                .hasSize(4);
    }

    @Test
    void whatIsTakenBackOrExpiresIsHeard() {
        Invitation revoked = invite();
        run(services -> services.service().revoke(membership(services, revoked), "bob"));
        expireAtOnce();
        Invitation expired = invite();
        run(services -> services.service().expire(expired.id()));
        run(services -> services.service().expire(expired.id()));

        assertThat(heard)
                .containsExactly(
                        new Heard(revoked.id(), "sent", "ann", "invite_sent"),
                        new Heard(revoked.id(), "revoked", "bob", "pending"),
                        new Heard(expired.id(), "sent", "ann", "invite_sent"),
                        new Heard(expired.id(), "expired", null, "pending"));
    }

    @Test
    void aListenerThatRefusesUndoesTheWhole() {
        Invitation invitation = invite();
        bus.register(event -> {
            throw new IllegalStateException("The bridge is down");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> run(services -> services.service().revoke(membership(services, invitation), "bob")))
                .withMessage("The bridge is down");

        Optional<Invitation> open = run(services -> services.invitations().openOf(invitation.membershipId()));
        assertThat(open).contains(invitation);
    }

    private void listen(ProviderEvent event) {
        InvitationEvent told = (InvitationEvent) event;
        Membership membership = new MembershipServices(told.getKeycloakSession(), told.realm())
                .memberships()
                .find(told.membershipId())
                .orElseThrow();
        assertThat(membership.customerId()).isEqualTo(told.customerId());
        heard.add(new Heard(
                told.invitationId(),
                told.state().key(),
                told.userId(),
                membership.state().key()));
    }

    private Invitation invite() {
        return invite(BEA);
    }

    private Invitation invite(EmailAddress address) {
        return run(services -> services.service()
                .invite(
                        acme,
                        Membership.record(
                                acme,
                                null,
                                MembershipKind.GUEST,
                                new Person(null, null, address, null),
                                List.of(),
                                List.of(),
                                Instant.EPOCH),
                        InvitationOptions.PLAIN,
                        ANN));
    }

    private static Membership membership(InvitationServices services, Invitation invitation) {
        return services.service().memberships().find(invitation.membershipId()).orElseThrow();
    }

    private static Inviter inviter(String userId) {
        return new Inviter(ANN.realmId(), userId, true, ANN.name());
    }

    /** The realm has no roles by which staff could still be asked for what they may. */
    private static InvitationResponses responses(InvitationServices services) {
        InvitationService service = services.service();
        return new InvitationResponses(
                service.customers(),
                service.memberships(),
                service.invitations(),
                (inviter, offered) -> true,
                userIds -> Set.of(),
                service.outbox(),
                service.clock());
    }

    private void expireAtOnce() {
        RealmAttributeEntity lifetime = new RealmAttributeEntity();
        lifetime.setName(InvitationSettings.LIFETIME.name());
        lifetime.setValue("0");
        realm.getAttributes().add(lifetime);
    }

    private <T> T run(Function<InvitationServices, T> work) {
        return database.call(em -> work.apply(services(em)));
    }

    private InvitationServices services(Session em) {
        KeycloakSession session = bus.session(em);
        return new InvitationServices(session, new RealmAdapter(session, em, realm));
    }
}
