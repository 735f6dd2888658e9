package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.Api;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.OpenApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.api.AnyRequest.Made;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request is, its answer is one that the API's document foresees, and never the server's fault. */
class AnyRequestIT {

    /** To be changed to try others; whatever one of them finds gets a test of its own. */
    private static final long SEED = 20_260_704;

    private static final int REQUESTS = 1500;

    /** A user name as long as Keycloak takes one, of somebody whose other name shows nobody anything. */
    private static final String LONG = "l".repeat(255);

    private static final int CUSTOMERS = 12;

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(representation -> representation.getUsers().stream()
                    .filter(user -> user.getUsername().equals(LONG))
                    .forEach(user -> user.setEmail("long@example.com")))
            .with(representation -> representation.setSmtpServer(mailbox.settings()))
            .user("anna", "Anna", "Owner")
            .user("carlo", "Carlo", "Manager")
            .user(LONG, "\u202EAnna", "Long")
            .user("pia", "Pia", "Apart")
            .customers("""
                    {"customers": [
                      {"number": "P-1", "name": "Apart", "type": "company", "members": [{"kind": "owner", "user": "pia"}]},
                      {"number": "P-2", "name": "Apart", "type": "company", "members": [{"kind": "owner", "user": "pia"}]}]}""")
            .customers("{\"customers\": ["
                    + IntStream.range(0, CUSTOMERS)
                            .mapToObj(AnyRequestIT::customer)
                            .collect(Collectors.joining(","))
                    + "]}");

    /** Customer accounts are switched on and off here. */
    @RegisterExtension
    static final TestRealm switched = new TestRealm();

    private static final String SWITCH = "/customer-accounts";

    private static Map<String, List<String>> known = Map.of();

    private static String customer(int number) {
        return """
                {"number": "C-%1$d", "name": "Acme %1$d", "type": "company", "contactTypes": ["Prepress", "Purchasing"], "members": [
                  {"kind": "owner", "user": "%2$s", "contactTypes": ["Prepress"]},
                  {"kind": "contact", "user": "carlo", "permissions": ["contacts", "billing"], "contactTypes": ["Purchasing"]},
                  {"kind": "contact", "email": "pending%1$d@x.it"}]}""".formatted(number, number % 2 == 0 ? "anna" : LONG);
    }

    @BeforeAll
    static void lookAround() {
        realm.appoint(LONG, "manage-customers");
        Map<String, List<String>> values = new HashMap<>();
        List<String> customers = column("select id from foyer_customer c where number like 'C-%' and realm_id = ");
        values.put("id", customers);
        values.put("accountId", customers);
        values.put(
                "membershipId",
                column(
                        "select m.id from foyer_membership m join foyer_customer c on c.id = m.customer_id where c.number like 'C-%' and c.realm_id = "));
        values.put(
                "typeId",
                column(
                        "select t.id from foyer_contact_type t join foyer_customer c on c.id = t.customer_id where c.number like 'C-%' and c.realm_id = "));
        values.put("invitationId", List.of(UUID.randomUUID().toString()));
        values.put("userId", List.of(realm.userId("anna"), realm.userId("carlo")));
        values.put("number", Stream.of("C-1", "C-2", "C-3", "N-1").toList());
        values.put("name", List.of("Acme", "Prepress", "Customer"));
        values.put("key", List.of("billing", "own-permission"));
        values.put("permissions", List.of("billing", "contacts", "own-permission"));
        values.put("permission", List.of("billing", "contacts"));
        values.put("contactTypes", List.of("Prepress", "Purchasing", "Customer"));
        values.put("contactType", List.of("Prepress"));
        values.put("addresses", List.of("a@x.it", "b@x.it", "s.o'brien@x.it", "anna@example.com"));
        values.put("email", List.of("a@x.it", "research&development@x.it"));
        values.put("firstName", List.of("Pia"));
        values.put("lastName", List.of("O'Brien"));
        values.put("phone", List.of("+39 02 1"));
        values.put("user", List.of("anna"));
        values.put("kind", List.of("owner", "contact", "guest"));
        values.put("state", List.of("active", "inactive", "pending", "rejected"));
        values.put("type", List.of("company", "individual"));
        values.put("agency", List.of("true", "false"));
        values.put("language", List.of("en", "it"));
        values.put("message", List.of("Welcome"));
        values.put("clientId", List.of("app"));
        values.put("uri", List.of("http://localhost/"));
        values.put("search", List.of("acme", "c-1"));
        values.put("sort", List.of("name", "created"));
        values.put("order", List.of("asc", "desc"));
        values.put("limit", List.of("1", "100", "101", "0"));
        values.put("cursor", List.of("bmFtZSsKAAoA", "Y3JlYXRlZCsKeAp4", "bmFtZSsKeAp4", "bmFtZSsK7aCACu2ggA"));
        List<String> moments = List.of("2026-01-31T09:30:00Z", "+1000000000-12-31T23:59:59Z");
        values.put("createdAt", moments);
        values.put("endsAt", moments);
        values.put("If-Match", List.of("*", "\"old\"", "old", "\"", "W/\"\"", "x".repeat(300)));
        values.put("Idempotency-Key", List.of("once", "twice", "x".repeat(256), "\u00e8", " "));
        known = Map.copyOf(values);
    }

    @Test
    void theAdminApiAnswersAnything() {
        assertAnswers(
                requests(OpenApi.ADMIN, path -> !path.equals(SWITCH)),
                REQUESTS,
                List.of(
                        new CustomersApi(
                                realm.api().realm(), renewed(() -> realm.api().token())),
                        new CustomersApi(
                                realm.api().realm(),
                                renewed(() -> realm.apiAs(LONG).token()))));
    }

    @Test
    void theSwitchAnswersAnything() {
        assertAnswers(requests(OpenApi.ADMIN, SWITCH::equals), REQUESTS / 10, List.of(CustomersApi.of(switched)));
    }

    @Test
    void theSelfServiceApiAnswersAnything() {
        assertAnswers(
                requests(OpenApi.SELF_SERVICE, path -> true),
                REQUESTS,
                Stream.of("anna", "carlo", LONG)
                        .map(name -> new SelfServiceApi(
                                realm, renewed(() -> realm.apiAs(name).token())))
                        .toList());
    }

    /** What no database can hold is the name of no account, wherever it is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"\0", "C-1\0"})
    void theTokenEndpointKnowsNoSuchAccount(String account) {
        Map<String, String> grant = Map.of("grant_type", "password", "username", "pia", "password", "pia");
        Map<String, String> named = new HashMap<>(grant);
        named.put("account", account);
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> realm.application("spa").token(named))
                .withMessageContaining("account_selection_required");

        named.put("account", "P-1");
        String refresh = String.valueOf(realm.application("spa").token(named).get("refresh_token"));
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> realm.application("spa")
                        .token(Map.of("grant_type", "refresh_token", "refresh_token", refresh, "account", account)))
                .withMessageContaining("invalid_target");
    }

    /** Where a template is made of a token that was given. */
    @ParameterizedTest
    @ValueSource(strings = {"%7Bx%7D", "%00", "%7B", "%25"})
    void theLinkOfAnInvitationIsDeadAndNoMore(String token) {
        Answer answer = new SelfServiceApi(realm, () -> null).page("/invitation/" + token);

        assertThat(answer.status()).isEqualTo(400);
    }

    private static AnyRequest requests(OpenApi document, Predicate<String> paths) {
        return new AnyRequest(new Random(SEED), document, known, paths);
    }

    private static void assertAnswers(AnyRequest requests, int count, List<? extends Api> callers) {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Made request = requests.next();
            if (!request.isLetThrough()) {
                continue;
            }
            Api caller = callers.get(random.nextInt(callers.size()));
            try {
                int status = caller.sendBytes(
                                request.method(),
                                request.path(),
                                request.contentType(),
                                request.body(),
                                request.headers())
                        .status();
                // The mail of somebody new can be one that a mail server does not take.
                if (status >= 500 && status != 502) {
                    wrong.add(request + "\n  -> " + status);
                }
            } catch (AssertionError unforeseen) {
                wrong.add(request + "\n  -> " + unforeseen.getMessage());
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** A token that is asked for again before it ends. */
    private static Supplier<@Nullable String> renewed(Supplier<@Nullable String> token) {
        var last = new Object() {
            @Nullable String value;

            Instant until = Instant.MIN;
        };
        return () -> {
            if (Instant.now().isAfter(last.until)) {
                last.value = token.get();
                last.until = Instant.now().plus(Duration.ofSeconds(20));
            }
            return last.value;
        };
    }

    private static List<String> column(String query) {
        return realm.server()
                .database()
                .column(query + "'" + realm.admin().toRepresentation().getId() + "'");
    }
}
