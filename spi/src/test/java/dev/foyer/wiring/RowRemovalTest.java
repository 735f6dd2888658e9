package dev.foyer.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.invitation.keycloak.BareSession;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Person;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.persistence.Database;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.jpa.RealmAdapter;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/** What is cleaned up by a timer, a synchronisation or {@code kc.sh}: in no request, and with no realm in the session. */
@ParameterizedClass
@EnumSource
final class RowRemovalTest {

    private final Database database;
    private final RealmEntity realm = new RealmEntity();
    private final UserEntity anna = new UserEntity();
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);

    RowRemovalTest(Database database) {
        this.database = database;
        realm.setId(UUID.randomUUID().toString());
        anna.setId(UUID.randomUUID().toString());
        database.run(em -> {
            new JpaCustomers(em, realm.getId()).add(acme);
            new JpaMemberships(em, realm.getId())
                    .add(Membership.record(
                            acme,
                            anna.getId(),
                            MembershipKind.CONTACT,
                            Person.UNRECORDED,
                            List.of(),
                            List.of(),
                            Instant.EPOCH));
        });
    }

    @Test
    void aUserWhoIsRemovedInNoRequestLeavesNothing() {
        database.run(em -> {
            KeycloakSession session = new BareSession.Bus().session(em);
            RealmModel model = new RealmAdapter(session, em, realm);
            RowRemoval.on(new UserRemoved(session, model, new UserAdapter(session, model, em, anna)));
        });

        long left = database.call(em -> new JpaMemberships(em, realm.getId()).count(acme.id()));
        assertThat(left).isZero();
    }

    @Test
    void aRealmThatIsRemovedInNoRequestLeavesNothing() {
        database.run(em -> {
            KeycloakSession session = new BareSession.Bus().session(em);
            RowRemoval.on(new RealmRemoved(session, new RealmAdapter(session, em, realm)));
            RemovedRealms atTheEnd = RemovedRealms.find(session).orElseThrow();
            atTheEnd.begin();
            atTheEnd.commit();
        });

        boolean left = database.call(
                em -> new JpaCustomers(em, realm.getId()).find(acme.id()).isPresent());
        assertThat(left).isFalse();
    }

    private record UserRemoved(KeycloakSession getKeycloakSession, RealmModel getRealm, UserModel getUser)
            implements UserRemovedEvent {}

    private record RealmRemoved(KeycloakSession getKeycloakSession, RealmModel getRealm) implements RealmRemovedEvent {}
}
