package dev.foyer.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import dev.foyer.tests.server.Mailbox.Letter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Admins invite people, and the mail says it in the reader's language. */
class InvitationsIT {
    private static final String GRANTED = """
            "permissions": ["billing", "print-approval"], "contactTypes": ["Prepress"]""";

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .with(settings -> settings.setSmtpServer(mailbox.settings()))
            .with(settings -> settings.getAttributes().put("foyer.invitations-per-recipient", "3"))
            .customers("""
                    {"permissions": ["print-approval"],
                     "customers": [{"number": "C-1", "name": "Acme & Figli <b>", "type": "company",
                                    "contactTypes": ["Prepress"]}]}""");

    private CustomersApi api;
    private String customer;

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
        customer = "/customers/" + realm.accounts().id("C-1");
    }

    @Test
    void whetherAnAddressIsKnownChangesNothingButTheLanguage() {
        UserRepresentation anna =
                realm.admin().users().get(realm.userId("anna")).toRepresentation();
        anna.singleAttribute("locale", "it");
        realm.admin().users().get(anna.getId()).update(anna);

        Answer answer = invite("""
                {"addresses": ["anna@example.com", "new@beta.example", "NEW@beta.example", "bad@@beta"],
                 "message": "Hello,\\nplease <i>come</i>.", "language": "en", %s}""".formatted(GRANTED));

        JsonNode results = answer.json();
        assertThat(results.get(0).has("membershipId")).isTrue();
        assertThat(names(results.get(0))).isEqualTo(names(results.get(1)));
        assertThat(results.get(2).get("type").asText()).endsWith(":membership-exists");
        assertThat(results.get(3).get("type").asText()).endsWith(":email-invalid");
        for (int known = 0; known < 2; known++) {
            JsonNode membership = membership(results.get(known));
            assertThat(membership.get("state").asText()).isEqualTo("invite_sent");
            assertThat(membership.get("kind").asText()).isEqualTo("guest");
            assertThat(membership.has("userId")).isFalse();
        }
        Letter italian = mailbox.await("anna@example.com", 1).get(0);
        assertThat(italian.subject()).endsWith(" ti invita all'account Acme & Figli <b>");
        assertThat(italian.text()).contains("Account: Acme & Figli <b> (C-1)", "Fatturazione, print-approval");
        Letter english = mailbox.await("new@beta.example", 1).get(0);
        assertThat(english.text()).contains("> Hello,", "> please <i>come</i>.", "Billing, print-approval");
        assertThat(english.html())
                .contains("Acme &amp; Figli &lt;b&gt; (C-1)", "please &lt;i&gt;come&lt;/i&gt;.", english.link());
    }

    @Test
    void sendingAgainKillsTheOldLinkAndOnlyHashesAreKept() {
        String id = invited("again@beta.example");
        Letter old = mailbox.await("again@beta.example", 1).get(0);
        String first = token(old);
        assertThat(opened(old)).isEqualTo(200);

        api.post(invitations(id, "/resend"), "").assertStatus(200);
        Letter current = mailbox.await("again@beta.example", 2).get(1);
        String second = token(current);

        assertThat(second).isNotEqualTo(first).hasSize(43);
        assertThat(opened(old)).isEqualTo(400);
        assertThat(opened(current)).isEqualTo(200);
        Answer history = api.get(invitations(id, "")).assertStatus(200);
        assertThat(history.each("state")).containsExactly("sent", "revoked");
        assertThat(history.json().get(0).has("endedBy")).isFalse();
        assertThat(history.json().get(1).get("endedBy").asText()).isEqualTo("inviter");
        assertThat(history.json().get(0).at("/mail/attempts").asInt()).isEqualTo(1);
        assertThat(history.text()).doesNotContain(first, second);
        List<String> rows =
                realm.server().database().column("select i::text from foyer_invitation i where membership_id = ?", id);
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(first) || row.contains(second));

        api.post(invitations(id, "/revoke"), "").assertStatus(200);
        assertThat(membership(id).get("state").asText()).isEqualTo("pending");
        api.post(invitations(id, "/revoke"), "").assertProblem(409, "invitation-ended");
        api.post(invitations(id, "/resend"), "").assertStatus(200);
        Answer tooMany = api.post(invitations(id, "/resend"), "").assertProblem(429, "invitation-limit");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(86_000, 86_400);
    }

    @Test
    void removingWhomOneInvitedGivesNoRoomForMore() {
        for (int i = 0; i < 3; i++) {
            String id = invited("victim@beta.example");
            api.delete(customer + "/memberships/" + id, "If-Match", "*").assertStatus(204);
        }

        Answer tooMany = api.post(customer + "/invitations", "{\"addresses\": [\"victim@beta.example\"]}")
                .assertProblem(429, "invitation-limit");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(86_000, 86_400);
    }

    @Test
    void anotherAddressEndsTheInvitationAndAnythingElseDoesNot() {
        String id = invited("mistyped@beta.example");
        String path = customer + "/memberships/" + id;

        api.patch(path, "{\"person\": {\"email\": \"Mistyped@BETA.example\", \"lastName\": \"Blu\"}}", "If-Match", "*")
                .assertStatus(200);
        assertThat(membership(id).get("state").asText()).isEqualTo("invite_sent");

        Answer corrected = api.patch(path, "{\"person\": {\"email\": \"right@beta.example\"}}", "If-Match", "*")
                .assertStatus(200);
        assertThat(corrected.json().get("state").asText()).isEqualTo("pending");
        api.post(invitations(id, "/revoke"), "").assertProblem(409, "invitation-ended");
        api.post(invitations(id, "/resend"), "").assertStatus(200);
        Answer history = api.get(invitations(id, "")).assertStatus(200);
        assertThat(history.each("state")).containsExactly("sent", "revoked");
        assertThat(history.each("address")).containsExactly("right@beta.example", "mistyped@beta.example");
    }

    @Test
    void aMailServerThatIsDownLosesNothing() {
        realm.configure(settings ->
                settings.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "shop@example.com")));
        String id = invited("patient@beta.example");
        realm.server()
                .database()
                .await(
                        "select m.id from foyer_mail m join foyer_invitation i on i.id = m.invitation_id"
                                + " where i.membership_id = ? and m.attempts > 0",
                        id);
        JsonNode mail = api.get(invitations(id, "")).json().get(0).get("mail");
        assertThat(mail.get("attempts").asInt()).isPositive();
        assertThat(mail.get("state").asText()).isEqualTo("waiting");

        realm.configure(settings -> settings.setSmtpServer(mailbox.settings()));

        assertThat(mailbox.await("patient@beta.example", 1)).hasSize(1);
    }

    @Test
    void twoHundredAreInvitedAtOnceAndNotOneMore() {
        String addresses = IntStream.range(0, 200)
                .mapToObj(i -> "\"many" + i + "@beta.example\"")
                .collect(Collectors.joining(","));

        JsonNode results = invite("{\"addresses\": [%s]}".formatted(addresses)).json();

        assertThat(results).hasSize(200).allMatch(result -> result.has("membershipId"));
        api.post(customer + "/invitations", "{\"addresses\": [%s,\"one@beta.example\"]}".formatted(addresses))
                .assertProblem(400, "out-of-range");
        assertThat(mailbox.await("many199@beta.example", 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app@@evil.example/",
                "https://evil.example/",
                "http://localhost/cb/..;/x",
                "//evil.example",
                "javascript:alert(1)",
                ""
            })
    void nobodyIsSentOnToWhereTheApplicationDoesNotLive(String uri) {
        api.post(
                        customer + "/invitations",
                        "{\"addresses\": [\"r@beta.example\"], \"redirect\": {\"clientId\": \"app\", \"uri\": \"%s\"}}"
                                .formatted(uri))
                .assertProblem(400, "redirect-not-allowed");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        refuse("\"language\": \"xx\"", "language-unknown");
        refuse("\"message\": \"%s\"".formatted("x".repeat(501)), "text-too-long");
        refuse("\"permissions\": [\"flying\"]", "permission-unknown");
        refuse("\"kind\": \"boss\"", "value-not-allowed");
        refuse("\"nonsense\": 1", "field-unknown");
        refuse("\"endsAt\": \"soon\"", "number-expected");
        api.post(customer + "/invitations", "{}").assertProblem(400, "out-of-range");
        api.post("/customers/unknown/invitations", "{\"addresses\": [\"r@beta.example\"]}")
                .assertProblem(404, "not-found");
        JsonNode past = invite("{\"addresses\": [\"past@beta.example\"], \"endsAt\": 1}")
                .json()
                .get(0);
        assertThat(past.get("type").asText()).endsWith(":end-not-allowed");
    }

    private void refuse(String member, String reason) {
        api.post(customer + "/invitations", "{\"addresses\": [\"r@beta.example\"], " + member + "}")
                .assertProblem(400, reason);
    }

    private String invited(String address) {
        return invite("{\"addresses\": [\"%s\"]}".formatted(address))
                .json()
                .get(0)
                .get("membershipId")
                .asText();
    }

    private Answer invite(String body) {
        return api.post(customer + "/invitations", body).assertStatus(200);
    }

    private String invitations(String membership, String action) {
        return customer + "/memberships/" + membership + "/invitations" + action;
    }

    private JsonNode membership(JsonNode result) {
        return membership(result.get("membershipId").asText());
    }

    private JsonNode membership(String id) {
        return api.get(customer + "/memberships/" + id).json();
    }

    /** The status of the page that the link opens. */
    private static int opened(Letter letter) {
        AdminApi browser = new AdminApi(URI.create(letter.link()), null);
        return browser.call("GET", "").statusCode();
    }

    private static String token(Letter letter) {
        return letter.link().substring(letter.link().lastIndexOf('/') + 1);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
