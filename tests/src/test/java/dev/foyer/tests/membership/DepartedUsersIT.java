package dev.foyer.tests.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** Users go with the storage that they come from, of which Keycloak tells nobody. */
class DepartedUsersIT {
    private static final String MEMBERS =
            "[{\"kind\": \"owner\", \"user\": \"anna\", \"contactTypes\": [\"Customer\"]},"
                    + " {\"kind\": \"owner\", \"user\": \"bruno\"}]";

    @RegisterExtension
    static final TestRealm realm = new TestRealm();

    private CustomersApi api;
    private Database database;
    private String memberships;

    @BeforeEach
    void open() {
        realm.admin().remove();
        realm.recreate();
        realm.addUser("anna", "Anna", "Rossi");
        realm.addUser("bruno", "Bruno", "Verdi");
        realm.importCustomers(
                "{\"customers\": [{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\", \"members\": "
                        + MEMBERS + "}]}");
        api = CustomersApi.of(realm);
        database = realm.server().database();
        memberships = "/customers/" + realm.accounts().id("C-1") + "/memberships";
    }

    @Test
    void importedUsersThatAreRemovedTakeTheirMembershipsAlong() {
        String bruno = realm.userId("bruno");
        String ldap = directory("bruno");

        realm.admin().userStorage().removeImportedUsers(ldap);

        assertThat(realm.accounts().memberIds()).containsExactly(realm.userId("anna"));
        assertThat(owners()).doesNotContain(bruno).hasSize(1);
        api.post(memberships + "/" + membership("anna") + "/suspend", "").assertProblem(409, "owner-needed");
    }

    @Test
    void aDirectoryThatIsRemovedTakesItsPeopleAlong() {
        String ldap = directory("anna");

        realm.admin().components().component(ldap).remove();

        assertThat(realm.accounts().memberIds()).containsExactly(realm.userId("bruno"));
        // The one place of the type "Customer" is free.
        api.post(memberships, "{\"person\": {\"lastName\": \"Blu\"}, \"contactTypes\": [\"Customer\"]}")
                .assertStatus(201);
    }

    @Test
    void aDirectoryThatIsDownTakesNobodyAway() {
        directory("bruno");

        api.post(memberships + "/" + membership("anna") + "/suspend", "").assertStatus(200);

        assertThat(owners()).hasSize(2);
    }

    @Test
    void whoIsGoneWithoutAnyRequestCountsNoMoreEither() {
        String anna = membership("anna");
        forget("bruno");

        assertThat(owners()).hasSize(1);
        api.post(memberships + "/" + anna + "/suspend", "").assertProblem(409, "owner-needed");
        assertThat(api.get("/customers/export").text()).contains("\"anna\"").doesNotContain("bruno");
    }

    private List<String> owners() {
        return api.get(memberships + "?kind=owner").each("userId");
    }

    private String membership(String user) {
        return realm.accounts().membership(realm.accounts().id("C-1"), realm.userId(user));
    }

    /** As a bulk delete of Keycloak's leaves the database. */
    private void forget(String user) {
        String id = realm.userId(user);
        for (String table : List.of("user_role_mapping", "credential", "user_attribute", "user_required_action")) {
            database.column(
                    "with gone as (delete from " + table + " where user_id = ? returning 1) select 1 from gone", id);
        }
        database.update("delete from user_entity where id = ?", id);
        realm.admin().clearUserCache();
    }

    /** A directory that nobody answers for, and the user as one that was imported from it. */
    private String directory(String user) {
        ComponentRepresentation ldap = new ComponentRepresentation();
        ldap.setName("ldap");
        ldap.setProviderId("ldap");
        ldap.setProviderType("org.keycloak.storage.UserStorageProvider");
        ldap.setParentId(realm.accounts().realm());
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        Map.ofEntries(
                        Map.entry("enabled", "true"),
                        Map.entry("vendor", "other"),
                        Map.entry("connectionUrl", "ldap://127.0.0.1:1"),
                        Map.entry("usersDn", "ou=people,dc=example"),
                        Map.entry("authType", "none"),
                        Map.entry("usernameLDAPAttribute", "uid"),
                        Map.entry("rdnLDAPAttribute", "uid"),
                        Map.entry("uuidLDAPAttribute", "entryUUID"),
                        Map.entry("userObjectClasses", "inetOrgPerson"),
                        Map.entry("editMode", "READ_ONLY"),
                        Map.entry("importEnabled", "true"),
                        Map.entry("priority", "0"))
                .forEach(config::putSingle);
        ldap.setConfig(config);
        try (Response created = realm.admin().components().add(ldap)) {
            String location = created.getLocation().getPath();
            String id = location.substring(location.lastIndexOf('/') + 1);
            String userId = realm.userId(user);
            database.update("update user_entity set federation_link = ? where id = ?", id, userId);
            // By which the directory is asked: who has none is taken for gone without a question.
            database.update(
                    "insert into user_attribute (id, name, value, user_id) values (?, 'LDAP_ID', ?, ?)",
                    UUID.randomUUID().toString(),
                    user,
                    userId);
            realm.admin().clearUserCache();
            return id;
        }
    }
}
