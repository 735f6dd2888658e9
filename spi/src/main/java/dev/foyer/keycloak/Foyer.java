package dev.foyer.keycloak;

import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.Customers;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.MembershipRegister;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Permissions;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.jpa.JpaAccounts;
import dev.foyer.token.ActingAccounts;
import dev.foyer.token.jpa.JpaActingAccounts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The one place that puts services and adapters together, for one request in one realm. */
public final class Foyer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock = new KeycloakClock();

    private Foyer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Foyer in the realm of the session's context. */
    public static Foyer of(KeycloakSession session) {
        return new Foyer(session, session.getContext().getRealm());
    }

    public RealmSettings settings() {
        return new RealmSettings(realm);
    }

    public Clock clock() {
        return clock;
    }

    public Customers customers() {
        return new JpaCustomers(entityManager(), realm.getId());
    }

    public CustomerRegister customerRegister() {
        return new CustomerRegister(customers(), settings().accountIdPattern(), clock);
    }

    public Memberships memberships() {
        return new JpaMemberships(entityManager(), realm.getId());
    }

    public MembershipRegister membershipRegister() {
        return new MembershipRegister(memberships());
    }

    public Permissions permissions() {
        return new JpaPermissions(entityManager(), realm.getId());
    }

    /** The accounts that the user may enter. */
    public Accounts accountsOf(UserModel user) {
        return new JpaAccounts(entityManager(), realm.getId(), user.getId());
    }

    /** What tokens say of accounts. */
    public ActingAccounts actingAccounts() {
        return new JpaActingAccounts(entityManager(), realm.getId());
    }

    private EntityManager entityManager() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
