package dev.foyer.customer.keycloak;

import dev.foyer.customer.CustomerQueries;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.Customers;
import dev.foyer.customer.jpa.JpaCustomerQueries;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The customers of one realm in one session. */
public record CustomerServices(KeycloakSession session, RealmModel realm) {

    public Customers customers() {
        return new JpaCustomers(EntityManagers.of(session), realm.getId());
    }

    public CustomerService service() {
        return new CustomerService(customers(), new CustomerSettings(realm).accountIdPattern(), KeycloakClock.INSTANCE);
    }

    public CustomerQueries queries() {
        return new JpaCustomerQueries(EntityManagers.of(session), realm.getId());
    }
}
