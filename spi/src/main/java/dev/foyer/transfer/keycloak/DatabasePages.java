package dev.foyer.transfer.keycloak;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.membership.Membership;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Profile;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.transfer.CustomerPages;
import dev.foyer.transfer.ExportedMembership;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Each page in a session and a transaction of its own: a client that reads slowly holds nothing in the database. */
final class DatabasePages implements CustomerPages {

    private static final int CUSTOMERS = 200;
    private static final int MEMBERS = 1000;

    private final KeycloakSessionFactory sessions;
    private final String realmId;

    DatabasePages(KeycloakSessionFactory sessions, String realmId) {
        this.sessions = sessions;
        this.realmId = realmId;
    }

    @Override
    public List<Customer> customers(@Nullable AccountNumber after) {
        return inTransaction(session ->
                new CustomerServices(session, realm(session)).customers().page(after, CUSTOMERS));
    }

    @Override
    public List<ExportedMembership> members(List<Customer> customers, @Nullable ExportedMembership after) {
        Membership last = after == null ? null : after.membership();
        List<Membership> page = inTransaction(session ->
                new MembershipServices(session, realm(session)).memberships().page(customers, last, MEMBERS));
        Set<String> users = page.stream()
                .flatMap(membership -> Stream.ofNullable(membership.userId()))
                .collect(Collectors.toSet());
        Map<String, Profile> profiles = inTransaction(session ->
                new MembershipServices(session, realm(session)).profiles().of(users));
        return page.stream()
                .map(membership ->
                        new ExportedMembership(membership, profiles.get(String.valueOf(membership.userId()))))
                .toList();
    }

    @Override
    public PermissionCatalogue catalogue() {
        return inTransaction(session ->
                new MembershipServices(session, realm(session)).permissions().catalogue());
    }

    private RealmModel realm(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        return realm;
    }

    private <T> T inTransaction(KeycloakSessionTaskWithResult<T> reading) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, reading);
    }
}
