package dev.foyer.tests.enablement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.util.JsonSerialization;

/** One call enables customer accounts in a realm, another takes them away without a trace. */
class EnablingIT {
    private static final String PATH = "/customer-accounts";
    private static final String CUSTOMERS = """
            {"customers": [
              {"number": "C-1", "name": "Rossi", "type": "individual", "members": [{"kind": "owner", "user": "anna"}]},
              {"number": "C-2", "name": "Acme", "type": "company", "members": [{"kind": "guest", "user": "anna"}]}]}""";

    @RegisterExtension
    static final TestRealm realm = TestRealm.plain()
            .user("anna", "Anna", "Rossi")
            .user("linked", "Lina", "Legata")
            .user("unlinked", "Ugo", "Libero");

    @RegisterExtension
    static final TestRealm shipped = new TestRealm();

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @AfterEach
    void disable() {
        realm.api().call("DELETE", PATH);
    }

    @Test
    void anEnabledRealmAsksForTheAccountAndADisabledOneIsAsBefore() {
        JsonNode before = export();

        assertThat(status("PUT")).isEqualTo(200);
        realm.importCustomers(CUSTOMERS);
        giveScopeTo("app");
        Tokens enabled = signIn("C-2");
        assertThat(enabled.accountNumber()).isEqualTo("C-2");
        assertThat(enabled.access().getClaim("user_type")).isEqualTo("external");

        assertThat(status("DELETE")).isEqualTo(200);
        assertThat(export()).isEqualTo(before);
        assertThat(realm.api().post("/customers/import", CUSTOMERS).statusCode())
                .isEqualTo(404);
        assertThat(realm.api().call("GET", "/customers/export").statusCode()).isEqualTo(404);
        Tokens disabled = signIn(null);
        assertThat(disabled.access().getClaims()).doesNotContainKeys("account", "user_type");
        assertThat(disabled.id().getClaims()).doesNotContainKeys("account", "user_type");

        assertThat(status("PUT")).isEqualTo(200);
        giveScopeTo("app");
        assertThat(signIn("C-1").accountNumber()).isEqualTo("C-1");
    }

    /** Switched off for a while, with everything still in its place. */
    @Test
    void aRealmThatPausesAsksNobodyAndTellsNothing() {
        realm.api().call("PUT", PATH);
        giveScopeTo("app");
        HttpResponse<String> paused = realm.api().put(PATH, "{\"enabled\": false}");
        assertThat(AdminApi.json(paused).get("enabled").asBoolean()).isFalse();
        assertThat(AdminApi.json(paused).get("missing")).isEmpty();

        assertThat(signIn(null).access().getClaims()).doesNotContainKeys("account", "user_type");
        assertThat(realm.api().post("/customers/import", CUSTOMERS).statusCode())
                .isEqualTo(404);
    }

    @Test
    void enablingTwiceChangesNothingAndIsOneEvent() {
        recordEvents();
        realm.api().call("PUT", PATH);
        JsonNode once = export();

        HttpResponse<String> again = realm.api().call("PUT", PATH);

        assertThat(export()).isEqualTo(once);
        assertThat(AdminApi.json(again)).isEqualTo(AdminApi.json(realm.api().call("GET", PATH)));
        assertThat(events()).containsExactly("UPDATE");
        realm.api().call("DELETE", PATH);
        realm.api().call("DELETE", PATH);
        assertThat(events()).containsExactlyInAnyOrder("UPDATE", "DELETE");
    }

    /** What Keycloak still knows of where its users came from. */
    @Test
    void whoIsLinkedToAProviderBeforehandIsExternal() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("elsewhere");
        provider.setProviderId("oidc");
        provider.setConfig(Map.of(
                "clientId",
                "here",
                "authorizationUrl",
                "https://elsewhere/auth",
                "tokenUrl",
                "https://elsewhere/token"));
        realm.admin().identityProviders().create(provider).close();
        try {
            FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
            link.setUserId("linked");
            link.setUserName("linked");
            realm.person("linked").addFederatedIdentity("elsewhere", link).close();

            realm.api().call("PUT", PATH);

            assertThat(type("linked")).isEqualTo("external");
            assertThat(type("unlinked")).isEqualTo("internal");
        } finally {
            realm.admin().identityProviders().get("elsewhere").remove();
        }
    }

    private static String type(String username) {
        return AdminApi.json(realm.api().call("GET", "/customers/users/" + realm.userId(username) + "/type"))
                .get("type")
                .asText();
    }

    @Test
    void enablingTellsBeforehandWhatItAddsAndAfterwardsWhatItAdded() {
        JsonNode before = AdminApi.json(realm.api().call("GET", PATH));
        JsonNode after = AdminApi.json(realm.api().call("PUT", PATH));

        assertThat(before.get("enabled").asBoolean()).isFalse();
        assertThat(before.get("added")).isEmpty();
        assertThat(after.get("enabled").asBoolean()).isTrue();
        assertThat(after.get("missing")).isEmpty();
        assertThat(texts(before.get("missing"))).contains("client-scope", "role-view-customers");
        // What comes whole with its parent is missing beforehand, but not added apart.
        assertThat(texts(before.get("missing"))).containsAll(texts(after.get("added")));
    }

    @Test
    void enablingMendsWhatSomebodyHasRemoved() {
        realm.api().call("PUT", PATH);
        JsonNode whole = export();
        realm.admin().flows().removeRequiredAction("switch-account");
        ClientScopeRepresentation scope = scope(realm);
        realm.admin()
                .clientScopes()
                .get(scope.getId())
                .getProtocolMappers()
                .delete(scope.getProtocolMappers().get(0).getId());

        realm.api().call("PUT", PATH);

        assertThat(export()).isEqualTo(whole);
    }

    @Test
    void disablingLeavesWhatWasThereBefore() {
        create("openid-connect");
        RequiredActionProviderSimpleRepresentation action = new RequiredActionProviderSimpleRepresentation();
        action.setProviderId("switch-account");
        action.setName("Ours");
        realm.admin().flows().registerRequiredAction(action);
        RequiredActionProviderRepresentation registered = action(realm);
        registered.setEnabled(false);
        realm.admin().flows().updateRequiredAction("switch-account", registered);
        JsonNode before = export();
        try {
            realm.api().call("PUT", PATH);
            assertThat(action(realm).isEnabled()).isTrue();
            realm.api().call("DELETE", PATH);

            assertThat(export()).isEqualTo(before);
        } finally {
            realm.admin().flows().removeRequiredAction("switch-account");
            realm.admin().clientScopes().get(scope(realm).getId()).remove();
        }
    }

    @Test
    void aScopeOfTheSameNameForAnotherProtocolIsInTheWay() {
        create("saml");
        try {
            HttpResponse<String> refused = realm.api().call("PUT", PATH);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(AdminApi.json(refused).get("type").asText()).endsWith(":client-scope-occupied");
        } finally {
            realm.admin().clientScopes().get(scope(realm).getId()).remove();
        }
    }

    @Test
    void theScopeOfApplicationsCanNotBeDeletedWhileItIsNeeded() {
        realm.api().call("PUT", PATH);
        ClientScopeRepresentation scope = scope(realm);
        giveScopeTo("app");

        HttpResponse<String> refused = realm.api().call("DELETE", "/client-scopes/" + scope.getId());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(AdminApi.json(refused).get("errorMessage").asText()).startsWith("Applications get the account");
        assertThat(scopes("app")).contains("account");
    }

    @Test
    void clientsThatExistAreLeftAloneAndNewOnesHaveTheScope() {
        realm.api().call("PUT", PATH);
        ClientRepresentation later = new ClientRepresentation();
        later.setClientId("later");
        realm.admin().clients().create(later).close();

        assertThat(scopes("app")).doesNotContain("account");
        assertThat(scopes("later")).contains("account");
        realm.admin().clients().get(realm.clientId("later")).remove();
    }

    @Test
    void theShippedRealmHasWhatEnablingAdds() {
        realm.api().call("PUT", PATH);

        assertThat(AdminApi.json(shipped.api().call("GET", PATH)).get("missing"))
                .isEmpty();
        assertThat(definition(scope(shipped))).isEqualTo(definition(scope(realm)));
        assertThat(action(shipped)).usingRecursiveComparison().isEqualTo(action(realm));
        assertThat(shipped.admin().getDefaultDefaultClientScopes())
                .extracting(ClientScopeRepresentation::getName)
                .contains("account");
    }

    private Tokens signIn(@Nullable String account) {
        Page page = chromium.page();
        SignIn signIn = realm.application("app").signIn("openid");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("anna");
        if (account != null) {
            AccountPicker picker = new AccountPicker(page);
            assertThat(picker.accounts()).hasCount(2);
            picker.choose(account);
        }
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static int status(String method) {
        return realm.api().call(method, PATH).statusCode();
    }

    private static void giveScopeTo(String client) {
        realm.admin()
                .clients()
                .get(realm.clientId(client))
                .addDefaultClientScope(scope(realm).getId());
    }

    private static List<String> scopes(String client) {
        return realm.admin().clients().get(realm.clientId(client)).getDefaultClientScopes().stream()
                .map(ClientScopeRepresentation::getName)
                .toList();
    }

    private static ClientScopeRepresentation scope(TestRealm of) {
        return of.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("account"))
                .findFirst()
                .orElseThrow();
    }

    private static RequiredActionProviderRepresentation action(TestRealm of) {
        return of.admin().flows().getRequiredAction("switch-account");
    }

    /** A scope of the name that Foyer uses. */
    private static void create(String protocol) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("account");
        scope.setProtocol(protocol);
        realm.admin().clientScopes().create(scope).close();
    }

    private static void recordEvents() {
        RealmEventsConfigRepresentation config = realm.admin().getRealmEventsConfig();
        config.setAdminEventsEnabled(true);
        realm.admin().updateRealmEventsConfig(config);
        realm.admin().clearAdminEvents();
    }

    private static List<String> events() {
        return realm.admin().getAdminEvents().stream()
                .filter(event -> "customer-accounts".equals(event.getResourcePath()))
                .map(AdminEventRepresentation::getOperationType)
                .toList();
    }

    /** The realm as Keycloak exports it, and what the master realm has for it; without ids and in one order. */
    private static JsonNode export() {
        var masters = realm.server().admin().realm("master");
        String client =
                masters.clients().findByClientId(realm.name() + "-realm").get(0).getId();
        return canonical(JsonSerialization.mapper.valueToTree(Map.of(
                "realm", realm.admin().partialExport(true, true),
                "registration", realm.admin().flows().getExecutions("registration"),
                "master roles", masters.clients().get(client).roles().list(false),
                "master admin",
                        masters.roles().get("admin").getClientRoleComposites(client).stream()
                                .map(RoleRepresentation::getName)
                                .toList())));
    }

    private static JsonNode definition(ClientScopeRepresentation scope) {
        return canonical(JsonSerialization.mapper.valueToTree(scope));
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "containerId"));
            object.fieldNames().forEachRemaining(name -> object.set(name, canonical(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            List<JsonNode> sorted = StreamSupport.stream(array.spliterator(), false)
                    .map(EnablingIT::canonical)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .toList();
            array.removeAll().addAll(sorted);
        }
        return node;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
