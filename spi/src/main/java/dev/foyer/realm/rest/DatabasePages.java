package dev.foyer.realm.rest;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.keycloak.Foyer;
import dev.foyer.membership.Membership;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.realm.CustomerPages;
import dev.foyer.realm.Member;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Each page in a session and a transaction of its own: a client that reads slowly holds nothing in the database. */
final class DatabasePages implements CustomerPages {

    private static final int CUSTOMERS = 200;
    private static final int MEMBERS = 1000;

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final KeycloakUsers users;

    DatabasePages(KeycloakSessionFactory sessions, String realmId) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.users = new KeycloakUsers(sessions, realmId);
    }

    @Override
    public List<Customer> customers(@Nullable AccountNumber after) {
        return read(foyer -> foyer.customers().page(after, CUSTOMERS));
    }

    @Override
    public List<Member> members(List<Customer> customers, @Nullable Member after) {
        Membership last = after == null ? null : after.membership();
        List<Membership> page = read(foyer -> foyer.memberships().page(customers, last, MEMBERS));
        Map<String, String> names = users.namesOf(page.stream()
                .flatMap(membership -> Stream.ofNullable(membership.userId()))
                .collect(Collectors.toSet()));
        return page.stream()
                .map(membership -> new Member(membership, names.get(String.valueOf(membership.userId()))))
                .toList();
    }

    @Override
    public PermissionCatalogue catalogue() {
        return read(foyer -> foyer.permissions().catalogue());
    }

    private <T> T read(Function<Foyer, T> reading) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> reading.apply(Foyer.of(session, session.realms().getRealm(realmId))));
    }
}
