package dev.foyer.tests.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation.Policy;
import org.keycloak.representations.idm.UserRepresentation;

/** What belonged to a realm or a user goes when they go: an id that comes again finds nothing of its past. */
class CleanUpIT {
    private static final String REALM_ID = UUID.randomUUID().toString();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(representation -> representation.setId(REALM_ID))
            .user("anna", "Anna", "Rossi")
            .user("bruno", "Bruno", "Verdi")
            .user("gina", "Gina", "Guest")
            .customers("""
                    {"permissions": ["print-approval"],
                     "customers": [{"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Prepress"],
                      "members": [{"kind": "owner", "user": "anna", "contactTypes": ["Customer", "Prepress"]},
                                  {"kind": "contact", "user": "bruno", "permissions": ["print-approval"]}]}]}""");

    private final Database database = realm.server().database();
    private String customer;

    /** Leaves a row in every table. */
    @BeforeEach
    void useEverything() {
        Accounts accounts = realm.accounts();
        assertThat(accounts.realm()).isEqualTo(REALM_ID);
        customer = accounts.id("C-1");
        CustomersApi api = CustomersApi.of(realm);
        String key = UUID.randomUUID().toString();
        api.post(
                        "/customers/" + customer + "/contact-types",
                        "{\"name\": \"%s\"}".formatted(key),
                        "Idempotency-Key",
                        key)
                .assertStatus(201);
        api.post("/customers/" + customer + "/invitations", "{\"addresses\": [\"gina@example.com\"]}")
                .assertStatus(200);
    }

    @Test
    void aUserWithTheIdOfARemovedOneFindsNothing() {
        assertThat(SelfServiceApi.as("bruno", realm).get("/accounts").json()).hasSize(1);
        assertThat(SelfServiceApi.as("gina", realm).get("/invitations").json()).hasSize(1);

        for (String username : List.of("bruno", "gina")) {
            String id = realm.userId(username);
            UserRepresentation user = realm.person(username).toRepresentation();
            realm.person(username).remove();
            comesAgain(user);

            assertThat(realm.userId(username)).isEqualTo(id);
            realm.person(username).resetPassword(TestRealm.password(username));
            SelfServiceApi person = SelfServiceApi.as(username, realm);
            assertThat(person.get("/accounts").json()).isEmpty();
            assertThat(person.get("/invitations").json()).isEmpty();
        }
        assertThat(realm.accounts().memberIds()).filteredOn(Objects::nonNull).containsExactly(realm.userId("anna"));
        assertThat(database.column(
                        "select state from foyer_membership where email = 'gina@example.com'" + " and customer_id = ?",
                        customer))
                .containsExactly("PENDING");
    }

    @Test
    void aRealmWithTheIdOfARemovedOneFindsNothing() {
        Set<String> ids = ids();
        // Of the locks each stands for many realms.
        List<String> tables =
                database.column("select table_name from information_schema.tables where table_name like 'foyer\\_%'"
                        + " and table_name <> 'foyer_sending_lock' order by 1");
        assertThat(tables).hasSizeGreaterThan(8);
        assertThat(tables)
                .allSatisfy(table -> assertThat(rows(table, ids)).as(table).isNotEmpty());

        realm.admin().remove();
        try {
            assertThat(tables)
                    .allSatisfy(table -> assertThat(rows(table, ids)).as(table).isEmpty());
        } finally {
            realm.recreate();
        }
        assertThat(realm.accounts().realm()).isEqualTo(REALM_ID);
        assertThat(realm.accounts().id("C-1")).isNotEqualTo(customer);
    }

    private static void comesAgain(UserRepresentation user) {
        user.setRealmRoles(List.of("default-roles-" + realm.name()));
        PartialImportRepresentation users = new PartialImportRepresentation();
        users.setUsers(List.of(user));
        users.setIfResourceExists(Policy.FAIL.toString());
        realm.admin().partialImport(users).close();
    }

    /** By which the rows of the realm name it, its customers and their memberships. */
    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(Set.of(REALM_ID));
        ids.addAll(database.column("select id from foyer_customer where realm_id = ?", REALM_ID));
        ids.addAll(database.column(
                "select id from foyer_membership where customer_id in (select id from foyer_customer where realm_id = ?)",
                REALM_ID));
        return ids;
    }

    private List<String> rows(String table, Set<String> ids) {
        return database.column(
                "select row::text from " + table + " row where row::text like any (string_to_array(?, ' '))",
                "%" + String.join("% %", ids) + "%");
    }
}
