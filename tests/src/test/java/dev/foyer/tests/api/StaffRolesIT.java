package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

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
            .user("realmadmin", "Rea", "Admin");

    @RegisterExtension
    static final TestRealm other = new TestRealm().user("stranger", "Stra", "Niera");

    @BeforeAll
    static void appoint() {
        realm.appoint("viewer", "view-customers");
        realm.appoint("manager", "manage-customers");
        realm.appoint("visitor", "enter-customer-accounts");
        realm.appoint("usermanager", "manage-users");
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

    private static int imported(AdminApi api) {
        int status = api.post(IMPORT, NOTHING).statusCode();
        assertThat(api.call("GET", EXPORT).statusCode()).isEqualTo(status);
        return status;
    }

    private static int switched(String method, AdminApi api) {
        return api.call(method, "/customer-accounts").statusCode();
    }
}
