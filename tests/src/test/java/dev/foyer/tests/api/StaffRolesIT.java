package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.util.JsonSerialization;

/** Who may do what with the customers of a realm. */
class StaffRolesIT {
    private static final String IMPORT = "/customers/import";
    private static final String EXPORT = "/customers/export";
    private static final String NOTHING = "{\"customers\": []}";

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("user", "Una", "Utente")
            .user("viewer", "Vera", "Vedente")
            .user("manager", "Mara", "Manager")
            .user("visitor", "Vito", "Visita")
            .user("usermanager", "Ugo", "Utenti")
            .user("receiver", "Rosa", "Riceve")
            .user("managingusers", "Mina", "Manager")
            .user("realmadmin", "Rea", "Admin");

    @RegisterExtension
    static final TestRealm other = new TestRealm().user("stranger", "Stra", "Niera");

    @BeforeAll
    static void appoint() {
        realm.appoint("viewer", "view-customers");
        realm.appoint("manager", "manage-customers");
        realm.appoint("visitor", "enter-customer-accounts");
        realm.appoint("usermanager", "manage-users");
        realm.appoint("managingusers", "manage-users");
        realm.appoint("managingusers", "manage-customers");
        realm.appoint("realmadmin", "realm-admin");
        other.appoint("stranger", "realm-admin");
    }

    @Test
    void onlyWhoManagesCustomersImportsAndExportsThem() {
        assertThat(imported(realm.api(null))).isEqualTo(401);
        assertThat(imported(realm.api("nonsense"))).isEqualTo(401);
        assertThat(imported(realm.apiAs("user"))).isEqualTo(403);
        assertThat(imported(realm.apiAs("viewer"))).isEqualTo(403);
        assertThat(imported(realm.apiAs("visitor"))).isEqualTo(403);
        assertThat(imported(realm.apiAs("usermanager"))).isEqualTo(403);
        assertThat(imported(realm.api(other.apiAs("stranger").token()))).isEqualTo(403);
        assertThat(imported(realm.apiAs("manager"))).isEqualTo(200);
        assertThat(imported(realm.apiAs("realmadmin"))).isEqualTo(200);
        assertThat(imported(realm.api())).isEqualTo(200);
    }

    @Test
    void onlyWhoManagesTheRealmSwitchesCustomerAccounts() {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(switched(method, realm.api(null))).as(method).isEqualTo(401);
            assertThat(switched(method, realm.apiAs("user"))).as(method).isEqualTo(403);
            assertThat(switched(method, realm.apiAs("manager"))).as(method).isEqualTo(403);
            assertThat(switched(method, realm.api(other.apiAs("stranger").token())))
                    .as(method)
                    .isEqualTo(403);
        }
        assertThat(switched("GET", realm.apiAs("realmadmin"))).isEqualTo(200);
        assertThat(switched("PUT", realm.apiAs("realmadmin"))).isEqualTo(200);
    }

    @Test
    void aMapperThatWritesTheRoleIntoATokenGivesNothing() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("forged");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-role-mapper");
        mapper.setConfig(Map.of("role", "realm-management.manage-customers"));
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("forger");
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setFullScopeAllowed(false);
        client.setAttributes(Map.of("foyer.account", "never"));
        client.setProtocolMappers(List.of(mapper));
        realm.admin().clients().create(client).close();

        AdminApi forged = realm.apiAs("user", "forger");

        assertThat(imported(forged)).isEqualTo(403);
    }

    /** Keycloak refuses the same for its own roles, and for those alone. */
    @Test
    void whoManagesUsersGivesNoRoleOfStaffThatTheyDoNotHave() {
        for (String role : List.of("view-customers", "manage-customers", "enter-customer-accounts", "realm-admin")) {
            assertThat(given("usermanager", users("usermanager"), role))
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(given("managingusers", users("receiver"), "manage-customers"))
                .isEqualTo(204);
        assertThat(given("managingusers", users("receiver"), "enter-customer-accounts"))
                .isEqualTo(403);
        assertThat(given("realmadmin", users("receiver"), "enter-customer-accounts"))
                .isEqualTo(204);
        // Other roles are given as ever.
        assertThat(given("usermanager", users("receiver"), "query-users")).isEqualTo(204);
    }

    @Test
    void aGroupThatHasARoleOfStaffIsNoWayAround() {
        realm.admin().groups().add(group("helpers")).close();
        realm.admin().groups().add(group("entering")).close();
        String helpers = "/groups/" + groupId("helpers");
        String entering = "/groups/" + groupId("entering");
        assertThat(given("usermanager", helpers, "enter-customer-accounts")).isEqualTo(403);
        assertThat(given("realmadmin", entering, "enter-customer-accounts")).isEqualTo(204);
        AdminApi usermanager = realm.apiAs("usermanager");

        assertThat(usermanager.call("PUT", users("usermanager") + helpers).statusCode())
                .isEqualTo(204);
        assertThat(usermanager.call("PUT", users("usermanager") + entering).statusCode())
                .isEqualTo(403);
        // Nor below it, where it is inherited.
        assertThat(usermanager
                        .post(
                                entering + "/children",
                                "{\"id\": \"%s\", \"name\": \"helpers\"}".formatted(groupId("helpers")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(realm.person("usermanager").groups()).extracting("name").containsExactly("helpers");
        assertThat(realm.apiAs("realmadmin")
                        .call("PUT", users("receiver") + entering)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aRoleThatIncludesARoleOfStaffIsNoWayAround() {
        RoleRepresentation team = new RoleRepresentation();
        team.setName("team");
        realm.admin().roles().create(team);
        realm.admin().roles().get("team").addComposites(List.of(role("enter-customer-accounts")));
        RoleRepresentation made = realm.admin().roles().get("team").toRepresentation();

        assertThat(realm.apiAs("usermanager")
                        .post(users("usermanager") + "/role-mappings/realm", json(List.of(made)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(realm.apiAs("realmadmin")
                        .post(users("receiver") + "/role-mappings/realm", json(List.of(made)))
                        .statusCode())
                .isEqualTo(204);
    }

    private static int given(String giver, String receiver, String role) {
        return realm.apiAs(giver)
                .post(
                        receiver + "/role-mappings/clients/" + realm.clientId("realm-management"),
                        json(List.of(role(role))))
                .statusCode();
    }

    private static RoleRepresentation role(String name) {
        return realm.admin()
                .clients()
                .get(realm.clientId("realm-management"))
                .roles()
                .get(name)
                .toRepresentation();
    }

    private static String users(String username) {
        return "/users/" + realm.userId(username);
    }

    private static GroupRepresentation group(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        return group;
    }

    private static String groupId(String name) {
        return realm.admin().groups().groups(name, true, 0, 1, true).get(0).getId();
    }

    private static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int imported(AdminApi api) {
        int status = api.post(IMPORT, NOTHING).statusCode();
        assertThat(api.call("GET", EXPORT).statusCode()).isEqualTo(status);
        return status;
    }

    private static int switched(String method, AdminApi api) {
        return api.call(method, "/customer-accounts").statusCode();
    }
}
