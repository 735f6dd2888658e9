package dev.foyer.tests.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.realm.TestRealm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** What is exported can be imported elsewhere and is then the same. */
class ExportIT {
    private static final String EXPORT = "/customers/export";
    private static final int MANY = 100_000;

    @RegisterExtension
    static final TestRealm realm = people().customers("""
            {"permissions": ["print-approval"],
             "customers": [
               {"number": "C-2", "name": "Beta & Figli", "type": "company", "agency": true,
                "createdAt": "2020-01-31T09:30:00.123Z", "contactTypes": ["Sales", "Accounting", "Empty"],
                "members": [
                  {"kind": "owner", "user": "anna", "contactTypes": ["Customer", "Accounting", "Sales"]},
                  {"kind": "contact", "user": "bruno", "state": "inactive", "permissions": ["print-approval"],
                   "createdAt": "2021-01-31T09:30:00Z", "endsAt": "2031-01-31T09:30:00Z"},
                  {"kind": "contact", "firstName": "Zoë", "lastName": "Blu", "email": "zoe@beta.example",
                   "phone": "+39 02 1234567"},
                  {"kind": "guest", "email": "rea@beta.example", "state": "rejected"},
                  {"kind": "guest", "email": "ivo@beta.example", "permissions": ["billing"]}]},
               {"number": "C-1", "name": "Alpha", "type": "individual", "state": "inactive",
                "secondFactorRequired": true}]}""");

    @RegisterExtension
    static final TestRealm restored = people();

    @RegisterExtension
    static final TestRealm large = new TestRealm();

    @Test
    void anExportImportedElsewhereIsExportedTheSame() {
        realm.server()
                .database()
                .update("update foyer_membership set state = 'INVITE_SENT' where email = 'ivo@beta.example'");

        String exported = export(realm);
        JsonNode summary = restored.importCustomers(exported);

        assertThat(export(restored)).isEqualTo(exported);
        assertThat(summary.get("customers").asInt()).isEqualTo(2);
        assertThat(summary.get("memberships").asInt()).isEqualTo(5);
        assertThat(states(restored))
                .containsExactlyInAnyOrder(
                        "anna ACTIVE", "bruno INACTIVE", "zoe PENDING", "rea REJECTED", "ivo PENDING");
    }

    @Test
    void anExportIsPackedForWhoTakesIt() throws IOException {
        HttpResponse<byte[]> response = realm.api()
                .send(
                        realm.api().request(EXPORT).header("Accept-Encoding", "br, gzip;q=0.8"),
                        BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(export(realm));
        HttpResponse<String> plain = realm.api()
                .send(
                        realm.api().request(EXPORT).header("Accept-Encoding", "gzip;q=0, identity"),
                        BodyHandlers.ofString());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void anExportIsOnRecord() {
        restored.admin().clearAdminEvents();

        export(restored);

        assertThat(restored.admin().getAdminEvents())
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactly(tuple("ACTION", "customers/export"));
    }

    @Test
    void aHundredThousandCustomersComeOutOfASmallServer() {
        fill(large);

        HttpResponse<Stream<String>> response = large.api().send(large.api().request(EXPORT), BodyHandlers.ofLines());

        try (Stream<String> lines = response.body()) {
            assertThat(lines.filter(line -> line.startsWith("{\"number\""))).hasSize(MANY);
        }
    }

    private static TestRealm people() {
        return new TestRealm().user("anna", "Anna", "Rossi").user("bruno", "Bruno", "Verdi");
    }

    private static String export(TestRealm of) {
        HttpResponse<String> response = of.api().call("GET", EXPORT);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static Stream<String> states(TestRealm of) {
        return of
                .server()
                .database()
                .column(
                        "select coalesce(u.username, split_part(m.email, '@', 1)) || ' ' || m.state from foyer_membership m"
                                + " join foyer_customer c on c.id = m.customer_id"
                                + " left join user_entity u on u.id = m.user_id where c.realm_id = ?",
                        of.accounts().realm())
                .stream();
    }

    /** Many customers of a person each, put straight into the database: an import would take minutes. */
    private static void fill(TestRealm of) {
        String id = of.accounts().realm();
        var database = of.server().database();
        database.update("""
                insert into foyer_customer (id, realm_id, number, name, type, state, agency, second_factor_required,
                  created_at, version)
                select gen_random_uuid(), ?, 'F-' || to_char(i, 'FM000000'), 'Firm ' || i, 'COMPANY', 'ACTIVE', false, false,
                  1600000000000, 0 from generate_series(1, ?) i""", id, MANY);
        database.update("""
                insert into foyer_contact_type (id, customer_id, name, permanent, position)
                select gen_random_uuid(), id, 'Customer', true, 0 from foyer_customer where realm_id = ?""", id);
        database.update("""
                insert into foyer_membership (id, customer_id, kind, state, first_name, last_name, email, created_at, version)
                select gen_random_uuid(), c.id, 'CONTACT', 'PENDING', 'Bea', 'Bianchi', 'bea@' || substr(c.number, 3)
                  || '.example', 1600000000000, 0 from foyer_customer c where c.realm_id = ?""", id);
    }
}
