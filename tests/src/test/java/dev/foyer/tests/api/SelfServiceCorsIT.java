package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins call the self-service API if they are web origins of the client that the token is for. */
class SelfServiceCorsIT {
    private static final String PORTAL = "https://portal.example.com";
    private static final String EVIL = "https://evil.example.com";

    @RegisterExtension
    static final TestRealm realm = new TestRealm().user("anna", "Anna", "Rossi").customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company",
                                    "members": [{"kind": "owner", "user": "anna"}]}]}""");

    private final String account = "/accounts/" + realm.accounts().id("C-1");

    @BeforeAll
    static void allow() {
        realm.configure("account-console", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.setWebOrigins(List.of(PORTAL));
        });
        realm.configure("spa", client -> client.setWebOrigins(List.of("https://spa.example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PORTAL, EVIL})
    void aBrowserThatAsksBeforehandIsToldWhatMayBeSentAndNothingElse(String origin) {
        HttpResponse<String> existing = preflight(account + "/members", origin);
        HttpResponse<String> unknown = preflight("/accounts/unknown/members", origin);

        assertThat(existing.statusCode()).isEqualTo(200);
        assertThat(existing.body()).isEmpty();
        assertThat(values(existing, "Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(values(existing, "Access-Control-Allow-Methods"))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PATCH", "DELETE");
        assertThat(values(existing, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "If-Match", "Idempotency-Key");
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(existing.headers().map().keySet());
    }

    @Test
    void aWebOriginOfTheConsoleReadsAnswersAndProblems() {
        SelfServiceApi console = console();

        Answer read = console.send("GET", account, null, null, "Origin", PORTAL).assertStatus(200);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(values(read.response(), "Access-Control-Expose-Headers"))
                .containsExactlyInAnyOrder("ETag", "Link", "Location", "Retry-After");
        Answer refused = console.patch(account, "{\"name\": \"Acme 2\"}", "Origin", PORTAL)
                .assertProblem(428, "if-match-missing");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        Answer absent = console.send("GET", "/accounts/unknown", null, null, "Origin", PORTAL)
                .assertProblem(404, "not-found");
        assertThat(absent.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "https://spa.example.com", "null", PORTAL + ".evil.example.com"})
    void anyOtherOriginIsRefusedAndChangesNothing(String origin) {
        Answer refused = console()
                .post(account + "/members", "{\"person\": {\"lastName\": \"Blu\"}}", "Origin", origin)
                .assertStatus(403);

        assertThat(values(refused.response(), "Access-Control-Allow-Origin")).isEmpty();
        assertThat(console().get(account + "/members?search=blu").json()).isEmpty();
    }

    @Test
    void theConsoleItselfLivesWhereTheServerDoes() {
        String own = realm.server().url("").toString();

        console()
                .post(account + "/contact-types", "{\"name\": \"Prepress\"}", "Origin", own)
                .assertStatus(201);
    }

    private static SelfServiceApi console() {
        return new SelfServiceApi(
                realm, () -> realm.apiAs("anna", "account-console").token());
    }

    private static HttpResponse<String> preflight(String path, String origin) {
        AdminApi browser = new AdminApi(realm.server().url("/realms/" + realm.name() + "/customer-accounts"), null);
        return browser.send(
                browser.request(path)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "PATCH")
                        .header("Access-Control-Request-Headers", "authorization,content-type,if-match"),
                BodyHandlers.ofString());
    }

    private static List<String> values(HttpResponse<String> response, String header) {
        return response.headers().allValues(header).stream()
                .flatMap(line -> List.of(line.split(",\\s*")).stream())
                .toList();
    }
}
