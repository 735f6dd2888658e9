package dev.foyer.tests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.realm.TestRealm;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.util.JsonSerialization;

/** Customers are imported whole or not at all, and everything that is wrong is told at once. */
class ImportIT {
    private static final int MANY = Integer.getInteger("foyer.import.rows", 20_000);
    private static final String HEADER =
            "number,name,type,kind,user,first_name,last_name,email,permissions,contact_types\n";

    @RegisterExtension
    static final TestRealm realm = new TestRealm().user("anna", "Anna", "Rossi");

    @Test
    void everyErrorIsToldWithItsLineAndNothingIsWritten() throws Exception {
        String csv = HEADER
                + "W-1,Acme,company,owner,anna,,,,,\n"
                + "W-2,Beta,firm,owner,,Bea,,not an address,,\n"
                + "W-3,Gamma,company,contact,,Carla,,c@gamma.it,flying,\n"
                + "W-1,Acme,company,contact,anna,,,,,\n";

        HttpResponse<String> response = post("text/csv", "it", csv);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Content-Language")).contains("it");
        JsonNode problem = JsonSerialization.readValue(response.body(), JsonNode.class);
        assertThat(problem.get("total").asInt()).isEqualTo(4);
        assertThat(problem.get("errors"))
                .extracting(error ->
                        error.get("line").asInt() + " " + error.get("reason").asText())
                .containsExactlyInAnyOrder(
                        "3 value-not-allowed", "3 email-invalid", "4 permission-unknown", "5 membership-exists");
        assertThat(numbers("W-%")).isEmpty();
    }

    @Test
    void manyLinesGoThroughASmallServerAndASecondImportWaits() throws Exception {
        String csv = IntStream.range(0, MANY)
                .mapToObj(
                        "M-%1$06d,Firm %1$06d,company,contact,,Bea,Bianchi,bea@firm%1$06d.it,billing|support,Sales\n"
                                ::formatted)
                .collect(Collectors.joining("", HEADER, ""));
        // Otherwise import and removal take longer than Keycloak waits: each row would be looked for in the whole
        // table.
        realm.server().database().countedWhileEmptied();
        HttpRequest request = request("text/csv", "application/x-ndjson")
                .POST(BodyPublishers.ofString(csv))
                .build();

        List<String> told = new ArrayList<>();
        Iterator<String> lines;
        HttpResponse<String> second;
        try (Connection holding = hold("M-%06d".formatted(MANY - 1))) {
            lines = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body()
                    .iterator();
            told.add(lines.next());
            second = post("text/csv", "it", HEADER + "N-1,Acme,company,,,,,,,\n");
            holding.rollback();
        }
        lines.forEachRemaining(told::add);

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("10");
        assertThat(second.body()).contains("import-running", "Troppe richieste insieme");
        assertThat(numbers("N-1")).isEmpty();
        JsonNode result = JsonSerialization.readValue(told.get(told.size() - 1), JsonNode.class)
                .get("result");
        assertThat(result.get("imported").asBoolean()).isTrue();
        assertThat(result.get("summary").get("memberships").asInt()).isEqualTo(MANY);
        assertThat(told)
                .filteredOn(line -> line.startsWith("{\"progress\""))
                .hasSizeGreaterThanOrEqualTo(MANY / 10_000);
        assertThat(numbers("M-%")).hasSize(MANY);
    }

    /** Another customer with this account ID, not committed: an import that comes to it waits, however fast the machine is. */
    private static Connection hold(String number) throws SQLException {
        Connection connection = realm.server().database().connect();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into foyer_customer (id, realm_id, number, name, type, state, agency, second_factor_required,
                  created_at, version)
                values (gen_random_uuid(), ?, ?, 'Other', 'COMPANY', 'ACTIVE', false, false, 1600000000000, 0)""")) {
            insert.setString(1, realm.accounts().realm());
            insert.setString(2, number);
            insert.executeUpdate();
        }
        return connection;
    }

    private static HttpResponse<String> post(String contentType, String language, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(contentType, "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String contentType, String accept) {
        return HttpRequest.newBuilder(realm.server().url("/admin/realms/" + realm.name() + "/customers/import"))
                .header(
                        "Authorization",
                        "Bearer " + realm.server().admin().tokenManager().getAccessTokenString())
                .header("Content-Type", contentType)
                .header("Accept", accept);
    }

    private static List<String> numbers(String like) {
        return realm.server()
                .database()
                .column(
                        "select number from foyer_customer where realm_id = ? and number like ?",
                        realm.accounts().realm(),
                        like);
    }
}
