package dev.foyer.transfer.keycloak;

import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.text.EmailAddress;
import dev.foyer.transfer.CustomerImport;
import dev.foyer.transfer.CustomerPages;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Import into one realm and export from it. */
public record TransferServices(KeycloakSession session, RealmModel realm) {

    /**
     * An import in the transaction of the session.
     *
     * @param importer the address of who imports; null if they have none
     */
    public CustomerImport customerImport(@Nullable EmailAddress importer) {
        CustomerServices customers = new CustomerServices(session, realm);
        MembershipServices members = new MembershipServices(session, realm);
        KeycloakUsers users = new KeycloakUsers(session.getKeycloakSessionFactory(), realm.getId());
        return new CustomerImport(
                customers.customers(),
                customers.service(),
                members.service(),
                members.permissions(),
                users,
                users::staffAmong,
                importer,
                KeycloakClock.INSTANCE);
    }

    /** What an export reads, each page in a transaction of its own. */
    public static CustomerPages pages(KeycloakSessionFactory sessions, String realmId) {
        return new DatabasePages(sessions, realmId);
    }
}
