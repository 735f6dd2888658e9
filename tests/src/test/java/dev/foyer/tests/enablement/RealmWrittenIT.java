package dev.foyer.tests.enablement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whoever writes a realm as a whole, knowing nothing of customer accounts, leaves them as they are. */
class RealmWrittenIT {
    private static final String PATH = "/customer-accounts";

    @RegisterExtension
    static final TestRealm realm = TestRealm.plain();

    private final CustomersApi api = CustomersApi.of(realm);

    @BeforeEach
    void begin() {
        api.put(PATH, "{\"settings\": {}}");
        api.delete(PATH);
    }

    /** Keycloak's settings page sends the realm as it was when the page was opened; so does whoever reads, thinks and writes. */
    @ParameterizedTest
    @ValueSource(strings = {"/ui-ext", ""})
    void aRealmThatIsSavedAsItWasBeforeStaysEnabled(String page) {
        JsonNode opened = AdminApi.json(realm.api().call("GET", ""));
        JsonNode enabled = api.put(PATH, "{\"settings\": {\"secondFactorLevel\": 3, \"staffEntry\": true}}")
                .assertStatus(200)
                .json();

        assertThat(realm.api().put(page, opened.toString()).statusCode()).isEqualTo(204);

        assertThat(api.get(PATH).json()).isEqualTo(enabled);
        assertThat(api.get("/customers").status()).isEqualTo(200);
        assertThat(attributes())
                .containsEntry("foyer.enabled", "true")
                .containsEntry("foyer.second-factor-level", "3")
                .containsEntry("foyer.staff-entry", "true");
        api.delete(PATH).assertStatus(200);
        assertThat(api.get(PATH).json().get("added")).isEmpty();
        assertThat(realm.admin().clientScopes().findAll())
                .noneMatch(scope -> scope.getName().equals("account"));
    }

    @Test
    void oneAttributeMoreTakesNoneOfOurs() {
        JsonNode enabled =
                api.put(PATH, "{\"settings\": {\"revocation\": \"session\"}}").json();

        realm.api().put("", "{\"attributes\": {\"theirs\": \"1\"}}");

        assertThat(api.get(PATH).json()).isEqualTo(enabled);
        assertThat(attributes()).containsEntry("theirs", "1").containsEntry("foyer.revocation", "session");
    }

    /** They may be from yesterday: nobody can tell. */
    @Test
    void attributesOfOursThatAreSentAlongChangeNothing() {
        JsonNode enabled = api.put(PATH, "{\"settings\": {\"invitationsPerRecipient\": 7}}")
                .json();

        realm.api().put("", """
                {"attributes": {"foyer.enabled": "false", "foyer.added": "", "foyer.invitations-per-recipient": "900",
                 "foyer.second-factor-level": "gold"}}""");

        assertThat(api.get(PATH).json()).isEqualTo(enabled);
    }

    @Test
    void aPauseOutlastsARealmThatIsSavedAsItWas() {
        api.put(PATH, "");
        JsonNode opened = AdminApi.json(realm.api().call("GET", ""));
        api.put(PATH, "{\"enabled\": false}").assertStatus(200);

        realm.api().put("", opened.toString());

        assertThat(api.get("/customers").status()).isEqualTo(404);
        assertThat(api.get(PATH).json().get("enabled").asBoolean()).isFalse();
    }

    /** The kind of write that Keycloak does itself: it takes away a client and makes it again. */
    @Test
    void aPartialImportThatOverwritesTakesNothingThatEnablingDoesNotMend() {
        api.put(PATH, "");
        ClientRepresentation theirs = new ClientRepresentation();
        theirs.setClientId("customer-accounts");
        theirs.setRedirectUris(List.of("https://elsewhere.example/*"));
        PartialImportRepresentation file = new PartialImportRepresentation();
        file.setIfResourceExists(PartialImportRepresentation.Policy.OVERWRITE.name());
        file.setClients(List.of(theirs));
        realm.admin().partialImport(file).close();
        assertThat(api.get(PATH).json().get("enabled").asBoolean()).isTrue();
        assertThat(texts(api.get(PATH).json().get("missing")))
                .containsExactly("client-customer-accounts-address", "client-customer-accounts-requirement");

        assertThat(api.put(PATH, "").json().get("missing")).isEmpty();

        assertThat(realm.admin()
                        .clients()
                        .findByClientId("customer-accounts")
                        .get(0)
                        .getRedirectUris())
                .contains("/realms/" + realm.name() + "/customer-accounts/invitation/return");
    }

    @Test
    void aRealmThatExistsIsNotMadeAgain() {
        JsonNode enabled = api.put(PATH, "").json();

        AdminApi all =
                new AdminApi(realm.server().url("/admin/realms"), realm.api().token());
        assertThat(all.post("", "{\"realm\": \"%s\"}".formatted(realm.name())).statusCode())
                .isEqualTo(409);

        assertThat(api.get(PATH).json()).isEqualTo(enabled);
    }

    @Test
    void aRealmThatIsRemovedAndMadeAgainKnowsNothingOfItsPast() {
        api.put(PATH, "{\"settings\": {\"staffEntry\": true}}");
        api.post("/customers", "{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\"}")
                .assertStatus(201);
        RealmRepresentation file = realm.admin().toRepresentation();
        file.setAttributes(new HashMap<>());

        realm.admin().remove();
        realm.server().admin().realms().create(file);

        assertThat(realm.admin().toRepresentation().getId()).isEqualTo(file.getId());
        JsonNode fresh = api.get(PATH).assertStatus(200).json();
        assertThat(fresh.get("enabled").asBoolean()).isFalse();
        assertThat(fresh.at("/settings/staffEntry").asBoolean()).isFalse();
        api.put(PATH, "");
        assertThat(api.get("/customers").json()).isEmpty();
    }

    @Test
    void settingsHaveTypesAndBounds() {
        JsonNode before = api.put(PATH, "").json();

        refused("{\"settings\": {\"secondFactorLevel\": \"2 \"}}", "number-expected", "/settings/secondFactorLevel");
        refused("{\"settings\": {\"secondFactorLevel\": 0}}", "out-of-range", "/settings/secondFactorLevel");
        refused(
                "{\"settings\": {\"invitationSeconds\": -9223372036854775808}}",
                "out-of-range",
                "/settings/invitationSeconds");
        refused("{\"settings\": {\"staffEntry\": \"yes\"}}", "flag-expected", "/settings/staffEntry");
        refused(
                "{\"settings\": {\"accountIdPattern\": \"\"}}",
                "account-id-pattern-invalid",
                "/settings/accountIdPattern");
        refused("{\"settings\": {\"revocation\": \"all\"}}", "value-not-allowed", "/settings/revocation");
        refused("{\"settings\": {\"other\": 1}}", "field-unknown", "/settings/other");

        assertThat(api.get(PATH).json()).isEqualTo(before);
    }

    @Test
    void settingsThatAreLeftOutAreAsByDefaultAndAreAnEventOnce() {
        ObjectNode set = (ObjectNode)
                api.put(PATH, "{\"settings\": {\"staffEntrySeconds\": 60}}").json();
        assertThat(set.at("/settings/staffEntrySeconds").asInt()).isEqualTo(60);
        assertThat(set.at("/settings/accountIdPattern").asText()).isEqualTo("C-{5 digits}");
        assertThat(api.put(PATH, "").json()).isEqualTo(set);

        JsonNode again = api.put(PATH, "{\"settings\": {}}").json();

        assertThat(again.at("/settings/staffEntrySeconds").asInt()).isEqualTo(3600);
        assertThat(attributes()).doesNotContainKey("foyer.staff-entry-seconds");
        set.remove(List.of("added", "missing"));
        assertThat(api.put(PATH, set.toString())
                        .json()
                        .at("/settings/staffEntrySeconds")
                        .asInt())
                .isEqualTo(60);
    }

    private void refused(String body, String reason, String pointer) {
        Answer answer = api.put(PATH, body).assertProblem(400, reason);
        assertThat(answer.json().get("pointer").asText()).isEqualTo(pointer);
    }

    private static Map<String, String> attributes() {
        return realm.admin().toRepresentation().getAttributes();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
