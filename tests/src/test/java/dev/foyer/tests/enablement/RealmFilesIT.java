package dev.foyer.tests.enablement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** Realms that go to files and come from files by {@code kc.sh}, which knows nothing of customers. */
class RealmFilesIT {
    private static final String PATH = "/customer-accounts";

    @TempDir
    Path folder;

    private final KeycloakServer server = KeycloakServer.another("realm_files");
    private final TestRealm realm = TestRealm.on(server)
            .user("anna", "Anna", "Rossi")
            .with(file -> file.getAttributes().put("foyer.second-factor-level", "4"))
            .customers("""
                    {"permissions": ["print-approval"],
                     "customers": [{"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Prepress"],
                      "members": [{"kind": "owner", "user": "anna", "contactTypes": ["Customer"]}]}]}""");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anImportThatWritesARealmOverTakesNoCustomerAndNoSetting() throws IOException {
        realm.recreate();
        CustomersApi api = CustomersApi.of(realm);
        JsonNode customers = api.get("/customers/export").json();
        JsonNode accounts =
                api.put(PATH, "{\"settings\": {\"secondFactorLevel\": 3}}").json();
        assertThat(customers.toString()).contains("Acme", "anna", "print-approval");
        String id = realm.accounts().realm();
        Path file = folder.resolve("realm.json");
        server.kill();

        assertThat(server.command("export", "--realm=" + realm.name(), "--file=" + file))
                .contains("Realm " + realm.name() + " has 1 customers. They are not in Keycloak's export");

        // As it was before there were customer accounts.
        ObjectNode exported = (ObjectNode) JsonSerialization.readValue(Files.readString(file), JsonNode.class);
        assertThat(exported.at("/attributes").path("foyer.second-factor-level").asText())
                .isEqualTo("3");
        ObjectNode attributes = (ObjectNode) exported.get("attributes");
        attributes.remove(attributes.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("foyer."))
                .toList());
        assertKept(exported, file, accounts, customers);
        assertThat(realm.accounts().realm()).isEqualTo(id);

        // As somebody writes a file by hand.
        exported.remove("id");
        server.kill();
        assertKept(exported, file, accounts, customers);
        assertThat(realm.accounts().realm()).isNotEqualTo(id);
        assertThat(server.database().column("select id from foyer_customer where realm_id = ?", id))
                .isEmpty();

        // As a version left it that had no table.
        server.database()
                .update(
                        "delete from foyer_realm_setting where realm_id = ?",
                        realm.accounts().realm());
        server.kill();
        server.startAgain();
        realm.admin().update(withoutAttributes());
        assertThat(CustomersApi.of(realm).get(PATH).json()).isEqualTo(accounts);

        String last = realm.accounts().realm();
        realm.admin().remove();
        assertThat(server.database().column("select id from foyer_customer where realm_id = ?", last))
                .isEmpty();
        assertThat(server.database().column("select name from foyer_realm_setting where realm_id = ?", last))
                .isEmpty();
    }

    private void assertKept(JsonNode exported, Path file, JsonNode accounts, JsonNode customers) throws IOException {
        JsonSerialization.mapper.writeValue(file.toFile(), exported);
        assertThat(server.command("import", "--file=" + file))
                .contains("Realm " + realm.name() + " was written over: its customers");
        server.startAgain();

        CustomersApi api = CustomersApi.of(realm);
        assertThat(api.get(PATH).json()).isEqualTo(accounts);
        assertThat(api.get("/customers/export").json()).isEqualTo(customers);
    }

    private static RealmRepresentation withoutAttributes() {
        RealmRepresentation representation = new RealmRepresentation();
        representation.setAttributes(Map.of("theirs", "1"));
        return representation;
    }
}
