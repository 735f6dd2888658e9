package dev.foyer.tests.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admins open, read, change, find and remove customers. */
class CustomersIT {
    private static final String BETA = "{\"name\": \"Beta\", \"type\": \"company\"}";

    @RegisterExtension
    static final TestRealm realm = new TestRealm().user("anna", "Anna", "Rossi");

    private CustomersApi api;

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
    }

    @Test
    void aCustomerIsOpenedReadChangedAndRemoved() {
        Answer opened = api.post(
                "/customers",
                "{\"number\": \"L-1\", \"name\": \"Acme <b>S.p.A.</b>\", \"type\": \"company\", \"agency\": true}");
        opened.assertStatus(201);
        String path = "/customers/" + opened.id();
        Answer read = api.get(path).assertStatus(200);
        assertThat(read.etag()).isEqualTo(opened.etag());
        assertThat(read.text())
                .contains(
                        "\"number\":\"L-1\"",
                        "\"name\":\"Acme <b>S.p.A.</b>\"",
                        "\"state\":\"active\"",
                        "\"agency\":true");

        Answer changed = api.patch(path, "{\"state\": \"inactive\", \"name\": \"Acme\"}", "If-Match", read.etag())
                .assertStatus(200);
        assertThat(changed.json().get("state").asText()).isEqualTo("inactive");
        assertThat(changed.json().get("agency").asBoolean()).isTrue();
        assertThat(changed.etag())
                .isNotEqualTo(read.etag())
                .isEqualTo(api.get(path).etag());

        api.delete(path).assertProblem(400, "value-missing");
        api.delete(path + "?number=L-2").assertProblem(409, "account-id-differs");
        Answer removed = api.delete(path + "?number=L-1").assertStatus(200);
        assertThat(removed.text()).isEqualTo("{\"contactTypes\":1,\"memberships\":0}");
        api.get(path).assertProblem(404, "not-found");
        assertThat(eventsAbout("CUSTOMER")).contains("CREATE " + path, "UPDATE " + path, "DELETE " + path);
    }

    @Test
    void aChangeNamesTheVersionThatItWasMadeFor() {
        Answer opened = api.post("/customers", BETA);
        String path = "/customers/" + opened.id();

        api.patch(path, "{\"name\": \"X\"}").assertProblem(428, "if-match-missing");
        api.patch(path, "{\"name\": \"Gamma\"}", "If-Match", opened.etag()).assertStatus(200);
        api.patch(path, "{\"name\": \"X\"}", "If-Match", opened.etag()).assertProblem(412, "version-stale");
        api.patch(path, "{\"name\": \"X\"}", "If-Match", "W/" + opened.etag()).assertProblem(412, "version-stale");
        assertThat(api.get(path).json().get("name").asText()).isEqualTo("Gamma");
    }

    @Test
    void anAccountIdIsMadeByThePatternAndBelongsToOne() {
        String made = api.get("/customers/" + api.post("/customers", BETA).id())
                .json()
                .get("number")
                .asText();
        assertThat(made).matches("C-\\d{5}");

        Answer taken = api.post("/customers", BETA.replace("}", ", \"number\": \"" + made + "\"}"));
        taken.assertProblem(409, "account-id-taken");
        Answer other = api.post("/customers", BETA);
        api.patch("/customers/" + other.id(), "{\"number\": \"" + made + "\"}", "If-Match", other.etag())
                .assertProblem(409, "account-id-taken");
        api.patch("/customers/" + other.id(), "{\"number\": null}", "If-Match", other.etag())
                .assertProblem(400, "value-missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "A", "type": "company", "id": "x"}        | field-unknown             | /id
            {"name": "A", "type": "company", "id": null}       | field-unknown             | /id
            {"name": "A", "type": "firm"}                      | value-not-allowed         | /type
            {"name": "A"}                                      | value-missing             | /type
            {"name": 7, "type": "company"}                     | text-expected             | /name
            {"name": "A", "type": "company", "agency": "yes"}  | flag-expected             | /agency
            {"name": "A", "type": "company", "agency": 1}      | flag-expected             | /agency
            {"name": "A\\u202Eb", "type": "company"}           | text-forbidden-character  | /name
            {"name": "A\\r\\nBcc: x", "type": "company"}       | text-forbidden-character  | /name
            {"name": "", "type": "company"}                    | text-empty                | /name
            {"name": "A", "name": "B", "type": "company"}      | body-malformed            |
            {"name": "A", "type": "company"} {}                | body-malformed            |
            {"name": [[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]}  | body-malformed            |
            []                                                 | object-expected           |
            {                                                  | body-malformed            |
            """)
    void whatIsNotForeseenIsRefusedByName(
            String body, String reason, @org.jspecify.annotations.Nullable String pointer) {
        Answer refused = api.post("/customers", body).assertProblem(400, reason);

        assertThat(refused.json().path("pointer").asText(null)).isEqualTo(pointer);
    }

    @Test
    void whatIsHugeIsNotRead() {
        api.post("/customers", "{\"name\": \"" + "x".repeat(1 << 17) + "\"}").assertProblem(413, "body-too-large");
    }

    @Test
    void aRequestThatComesTwiceOpensOneCustomer() {
        String body = BETA.replace("}", ", \"number\": \"I-1\"}");
        Answer first =
                api.post("/customers", body, "Idempotency-Key", "\"k-1\"").assertStatus(201);
        Answer again =
                api.post("/customers", body, "Idempotency-Key", "\"k-1\"").assertStatus(201);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.etag()).isEqualTo(first.etag());
        api.post("/customers", BETA, "Idempotency-Key", "\"k-1\"").assertProblem(422, "idempotency-key-reused");
        api.post("/customers", BETA, "Idempotency-Key", "k".repeat(256)).assertProblem(400, "idempotency-key-invalid");
        // What was refused can be sent again with the same key.
        api.post("/customers", body, "Idempotency-Key", "k-2").assertProblem(409, "account-id-taken");
        api.delete("/customers/" + first.id() + "?number=I-1").assertStatus(200);
        api.post("/customers", body, "Idempotency-Key", "k-2").assertStatus(201);
        // Nothing revives: the key still answers with the id that is no more.
        Answer late = api.post("/customers", body, "Idempotency-Key", "\"k-1\"").assertStatus(201);
        api.get("/customers/" + late.id()).assertProblem(404, "not-found");
    }

    @Test
    void theListIsFilteredSearchedSortedAndPaged() {
        for (int i = 1; i <= 5; i++) {
            api.post("/customers", """
                            {"number": "P-%1$d", "name": "Tipografia %1$d", "type": "%2$s"}""".formatted(i, i % 2 == 0 ? "company" : "individual"))
                    .assertStatus(201);
        }
        List<String> numbers = new ArrayList<>();
        int pages = 0;
        for (String next = "/customers?search=tipo&sort=number&order=desc&limit=2"; next != null; pages++) {
            Answer page = api.get(next).assertStatus(200);
            numbers.addAll(page.each("number"));
            next = page.next();
        }
        assertThat(numbers).containsExactly("P-5", "P-4", "P-3", "P-2", "P-1");
        assertThat(pages).isEqualTo(3);
        assertThat(api.get("/customers?search=tipografia&type=company").each("number"))
                .containsExactly("P-2", "P-4");
        assertThat(api.get("/customers/count?search=tipografia&type=company").text())
                .isEqualTo("{\"count\":2,\"more\":false}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0              | out-of-range      | limit
            limit=101            | out-of-range      | limit
            limit=x              | number-expected   | limit
            sort=id              | value-not-allowed | sort
            state=gone           | value-not-allowed | state
            agency=perhaps       | flag-expected     | agency
            search=a             | search-too-short  | search
            cursor=AAAA          | cursor-invalid    | cursor
            cursor=*             | cursor-invalid    | cursor
            sort=created&cursor=Y3JlYXRlZCsKMQp4 | cursor-invalid |
            """)
    void aListThatCanNotBeIsRefused(String query, String reason, @org.jspecify.annotations.Nullable String parameter) {
        Answer refused = api.get("/customers?" + query).assertProblem(400, reason);

        assertThat(refused.json().path("parameter").asText(null)).isEqualTo(parameter);
    }

    @Test
    void contactTypesAreAddedRenamedAndRemovedAndTheFirstStays() {
        String customer = "/customers/" + api.post("/customers", BETA).id();
        String types = customer + "/contact-types";
        String permanent = types + "/" + api.get(types).json().get(0).get("id").asText();

        Answer added = api.post(types, "{\"name\": \"Prepress\"}", "Idempotency-Key", "t")
                .assertStatus(201);
        api.post(types, "{\"name\": \"Prepress\"}").assertProblem(409, "contact-type-exists");
        String type = types + "/" + added.id();
        api.put(type, "{\"name\": \"Customer\"}").assertProblem(409, "contact-type-exists");
        api.put(type, "{\"name\": \"Accounting\"}").assertStatus(200);
        assertThat(api.get(types).each("name")).containsExactly("Customer", "Accounting");

        api.put(permanent, "{\"name\": \"Boss\"}").assertProblem(409, "contact-type-permanent");
        api.delete(permanent).assertProblem(409, "contact-type-permanent");
        String elsewhere = "/customers/" + api.post("/customers", BETA).id() + "/contact-types/" + added.id();
        assertThat(api.delete(elsewhere).assertProblem(404, "not-found").text())
                .isEqualTo(api.delete(types + "/unknown").text());
        api.delete(type).assertStatus(204);
        assertThat(api.get(types).each("name")).containsExactly("Customer");
    }

    @Test
    void aRealmAddsItsOwnPermissions() {
        api.post("/customers/permissions", "{\"key\": \"print-approval\"}").assertStatus(201);
        api.post("/customers/permissions", "{\"key\": \"print-approval\"}").assertProblem(409, "permission-exists");
        api.post("/customers/permissions", "{\"key\": \"Print\"}").assertProblem(400, "permission-invalid");
        assertThat(api.get("/customers/permissions").each("key")).hasSize(8).contains("billing", "print-approval");
        api.delete("/customers/permissions/billing").assertProblem(409, "permission-permanent");
        api.delete("/customers/permissions/print-approval").assertStatus(204);
        api.delete("/customers/permissions/print-approval").assertProblem(404, "not-found");
    }

    @Test
    void aProblemSpeaksTheLanguageOfItsReader() {
        Answer refused = api.post("/customers", BETA, "Idempotency-Key", " ", "Accept-Language", "it");
        Answer italian = api.delete("/customers/unknown?number=C-1", "Accept-Language", "it");

        assertThat(italian.json().get("title").asText()).isEqualTo("Qui non c'è nulla");
        assertThat(italian.header("Content-Language")).isEqualTo("it");
        assertThat(refused.status()).isEqualTo(400);
    }

    private static List<String> eventsAbout(String type) {
        return realm.admin().getAdminEvents().stream()
                .filter(event -> type.equals(event.getResourceType()))
                .map(event -> event.getOperationType() + " /" + event.getResourcePath())
                .toList();
    }
}
