package dev.foyer.tests.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.UserRepresentation;

/** Members invite people to their accounts, and people answer for themselves. */
class SelfServiceInvitationsIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("bruno", "Bruno", "Verdi")
            .user("guest", "Gina", "Guest")
            .user("busy", "Bea", "Busy")
            .user("shy", "Silvio", "Shy")
            .user("late", "Lara", "Late")
            .user("unproved", "Ugo", "Unproved")
            .user("mallory", "Mal", "Lory")
            .user("wider", "Wanda", "Wider")
            .user("closed", "Clara", "Closed")
            .with(settings -> settings.setEventsEnabled(true))
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Sales"], "members": [
                        {"kind": "owner", "user": "anna"},
                        {"kind": "contact", "user": "bruno", "permissions": ["contacts", "billing"]}]},
                      {"number": "C-2", "name": "Beta", "type": "company", "members": [
                        {"kind": "owner", "user": "anna"},
                        {"kind": "contact", "user": "bruno", "permissions": ["contacts", "billing"]}]},
                      {"number": "C-3", "name": "Gamma", "type": "company"}]}""");

    private final SelfServiceApi anna = SelfServiceApi.as("anna", realm);
    private final SelfServiceApi bruno = SelfServiceApi.as("bruno", realm);
    private final String acme = "/accounts/" + realm.accounts().id("C-1");
    private final String beta = "/accounts/" + realm.accounts().id("C-2");

    @Test
    void theInviteeAcceptsAndEntersTheAccount() {
        invite(
                anna,
                acme,
                "guest@example.com",
                "\"permissions\": [\"billing\"], \"contactTypes\": [\"Sales\"], " + "\"message\": \"Welcome\"");
        SelfServiceApi guest = SelfServiceApi.as("guest", realm);

        JsonNode offers = guest.get("/invitations").assertStatus(200).json();
        assertThat(offers).hasSize(1);
        assertThat(offers.get(0).get("number").asText()).isEqualTo("C-1");
        assertThat(offers.get(0).get("inviter").asText()).isEqualTo("Anna Rossi");
        assertThat(offers.get(0).get("message").asText()).isEqualTo("Welcome");
        String id = offers.get(0).get("id").asText();

        assertThat(bruno.post("/invitations/" + id + "/accept", "")
                        .assertProblem(404, "not-found")
                        .text())
                .isEqualTo(bruno.post("/invitations/unknown/accept", "").text());
        guest.get(acme).assertProblem(404, "not-found");
        JsonNode account = guest.post("/invitations/" + id + "/accept", "")
                .assertStatus(200)
                .json();
        assertThat(account.get("permissions").toString()).isEqualTo("[\"billing\"]");
        assertThat(account.get("contactTypes").toString()).isEqualTo("[\"Sales\"]");
        guest.get(acme).assertStatus(200);
        assertThat(realm.admin().getEvents())
                .filteredOn(event -> realm.userId("guest").equals(event.getUserId()))
                .filteredOn(event -> event.getType().equals("CUSTOM_REQUIRED_ACTION"))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails())
                        .containsEntry("custom_required_action", "accept-invitation")
                        .containsEntry("account_number", "C-1")
                        .containsEntry("invitation_id", id));
        guest.post("/invitations/" + id + "/accept", "").assertProblem(409, "invitation-ended");
        guest.post("/invitations/" + id + "/reject", "").assertProblem(409, "invitation-ended");
    }

    @Test
    void theHistoryTellsWhatHappened() {
        String shy = invite(bruno, acme, "shy@example.com", "\"permissions\": []");
        SelfServiceApi invitee = SelfServiceApi.as("shy", realm);
        String first = invitee.get("/invitations").each("id").get(0);

        bruno.post(shy + "/resend", "").assertStatus(200);
        invitee.post("/invitations/" + first + "/accept", "").assertProblem(409, "invitation-ended");
        String second = invitee.get("/invitations").each("id").get(0);
        invitee.post("/invitations/" + second + "/reject", "").assertStatus(204);
        bruno.post(shy + "/revoke", "").assertProblem(409, "invitation-ended");
        anna.post(shy + "/resend", "").assertStatus(200);
        bruno.post(shy + "/revoke", "").assertStatus(200);

        Answer history = bruno.get(shy).assertStatus(200);
        assertThat(history.each("state")).containsExactly("revoked", "rejected", "revoked");
        assertThat(history.each("inviter")).containsExactly("Anna Rossi", "Bruno Verdi", "Bruno Verdi");
        assertThat(history.each("endedBy")).containsExactly("other", "invitee", "inviter");
        assertThat(history.text()).doesNotContain(realm.userId("shy"), realm.userId("anna"), "token");
        assertThat(invitee.get("/invitations").json()).isEmpty();
    }

    @Test
    void manyAreInvitedEachForThemselves() {
        Answer results = anna.post(
                        beta + "/invitations",
                        "{\"addresses\": [\"busy@example.com\", \"nowhere\", \"new@example.org\", \"NEW@example.org\"]}")
                .assertStatus(200);

        assertThat(results.json().get(0).has("membershipId")).isTrue();
        assertThat(results.json().get(1).get("type").asText()).endsWith(":email-invalid");
        assertThat(results.json().get(2).has("membershipId")).isTrue();
        assertThat(results.json().get(3).get("type").asText()).endsWith(":membership-exists");
        // Whose address is a user's looks like anybody's.
        List<String> known = fields(results.json().get(0));
        assertThat(fields(results.json().get(2))).isEqualTo(known);
        for (int i : List.of(0, 2)) {
            JsonNode member = anna.get(beta + "/members/"
                            + results.json().get(i).get("membershipId").asText())
                    .json();
            assertThat(member.get("state").asText()).isEqualTo("invite_sent");
            assertThat(member.get("kind").asText()).isEqualTo("guest");
        }
    }

    @Test
    void whoMayNotGiveItAnyMoreHasNotGivenIt() {
        String late = invite(bruno, beta, "late@example.com", "\"permissions\": [\"billing\"]");
        SelfServiceApi invitee = SelfServiceApi.as("late", realm);
        String id = invitee.get("/invitations").each("id").get(0);

        String membership = realm.accounts().membership(realm.accounts().id("C-2"), realm.userId("bruno"));
        anna.patch(beta + "/members/" + membership, "{\"permissions\": [\"contacts\"]}", "If-Match", "*")
                .assertStatus(200);

        invitee.post("/invitations/" + id + "/accept", "").assertProblem(409, "invitation-ended");
        bruno.post(late + "/resend", "").assertProblem(403, "grant-exceeds-own");
        anna.post(late + "/resend", "").assertStatus(200);
        invitee.post("/invitations/" + invitee.get("/invitations").each("id").get(0) + "/accept", "")
                .assertStatus(200);
    }

    @Test
    void onlyAVerifiedAddressIsAPersons() {
        invite(anna, acme, "unproved@example.com", "\"permissions\": []");
        SelfServiceApi unproved = withPresentToken("unproved");
        String id = unproved.get("/invitations").each("id").get(0);

        verified("unproved", false);
        assertThat(unproved.get("/invitations").assertStatus(200).json()).isEmpty();
        unproved.post("/invitations/" + id + "/accept", "").assertProblem(404, "not-found");
        verified("unproved", true);
        unproved.post("/invitations/" + id + "/accept", "").assertStatus(200);
    }

    @Test
    void whoMerelyClaimedTheAddressWhenInvitedIsNotMeant() {
        SelfServiceApi mallory = withPresentToken("mallory");
        address("mallory", "cfo@victim.example", false);
        String cfo = invite(anna, acme, "cfo@victim.example", "\"permissions\": [\"billing\", \"security\"]");
        Answer registered = CustomersApi.of(realm)
                .post(
                        "/customers/" + realm.accounts().id("C-2") + "/memberships",
                        "{\"person\": {\"email\": \"cfo@victim.example\"}, \"permissions\": [\"billing\"]}")
                .assertStatus(201);
        String second = beta + "/members/" + registered.id() + "/invitations";

        address("mallory", "mallory@example.com", true);

        assertThat(mallory.get("/invitations").assertStatus(200).json()).isEmpty();
        for (String place : List.of(cfo, second)) {
            String id = anna.get(place).each("id").get(0);
            mallory.post("/invitations/" + id + "/accept", "").assertProblem(404, "not-found");
            mallory.post("/invitations/" + id + "/reject", "").assertProblem(404, "not-found");
        }
        address("mallory", "cfo@victim.example", true);
        assertThat(mallory.get("/invitations").each("number")).containsExactlyInAnyOrder("C-1", "C-2");
    }

    @Test
    void whatAnOwnerAddsToAnOfferComesFromTheOwner() {
        String wider = invite(bruno, acme, "wider@example.com", "\"permissions\": [\"billing\"]");

        anna.patch(wider.replace("/invitations", ""), "{\"permissions\": [\"billing\", \"security\"]}", "If-Match", "*")
                .assertStatus(200);

        SelfServiceApi invitee = SelfServiceApi.as("wider", realm);
        JsonNode offer = invitee.get("/invitations").json().get(0);
        assertThat(offer.get("inviter").asText()).isEqualTo("Anna Rossi");
        assertThat(invitee.post("/invitations/" + offer.get("id").asText() + "/accept", "")
                        .assertStatus(200)
                        .json()
                        .get("permissions")
                        .toString())
                .isEqualTo("[\"billing\",\"security\"]");
    }

    @Test
    void inADeactivatedCustomerNobodyAnswers() {
        CustomersApi staff = CustomersApi.of(realm);
        String gamma = "/customers/" + realm.accounts().id("C-3");
        staff.post(gamma + "/invitations", "{\"addresses\": [\"closed@example.com\"]}")
                .assertStatus(200);
        SelfServiceApi invitee = SelfServiceApi.as("closed", realm);
        String id = invitee.get("/invitations").each("id").get(0);

        state(staff, gamma, "inactive");
        assertThat(invitee.get("/invitations").json()).isEmpty();
        invitee.post("/invitations/" + id + "/accept", "").assertProblem(409, "invitation-ended");
        invitee.post("/invitations/" + id + "/reject", "").assertProblem(409, "invitation-ended");

        state(staff, gamma, "active");
        invitee.post("/invitations/" + id + "/accept", "").assertStatus(200);
    }

    @Test
    void tooManyInvitationsToOneAddressHaveToWait() {
        String often = invite(anna, acme, "often@example.org", "\"permissions\": []");
        for (int i = 0; i < 4; i++) {
            anna.post(often + "/resend", "").assertStatus(200);
        }

        Answer refused = anna.post(often + "/resend", "").assertProblem(429, "invitation-limit");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
        Answer alone = anna.post(beta + "/invitations", "{\"addresses\": [\"often@example.org\"]}");
        alone.assertProblem(429, "invitation-limit");
    }

    @Test
    void anInvitationLeadsOnlyWhereTheApplicationLives() {
        for (String uri : List.of(
                "https://evil.example.com/",
                "http://localhost:8080@@evil.example.com/",
                "//evil.example.com",
                "javascript:alert(1)")) {
            anna.post(
                            acme + "/invitations",
                            "{\"addresses\": [\"x@example.org\"], \"redirect\": {\"clientId\": \"app\", \"uri\": \"%s\"}}"
                                    .formatted(uri))
                    .assertProblem(400, "redirect-not-allowed");
        }
        anna.post(acme + "/invitations", "{\"addresses\": [\"x@example.org\"], \"language\": \"tlh\"}")
                .assertProblem(400, "language-unknown");
        anna.post(
                        acme + "/invitations",
                        "{\"addresses\": [\"x@example.org\"], \"message\": \"%s\"}".formatted("x".repeat(501)))
                .assertProblem(400, "text-too-long");
        anna.post(acme + "/invitations", "{\"addresses\": [\"x@example.org\"], \"permissions\": [\"flying\"]}")
                .assertProblem(400, "permission-unknown");
    }

    /** Where the invitations of the member are who now is one. */
    private static String invite(SelfServiceApi api, String account, String address, String offer) {
        JsonNode result = api.post(account + "/invitations", "{\"addresses\": [\"%s\"], %s}".formatted(address, offer))
                .assertStatus(200)
                .json()
                .get(0);
        return account + "/members/" + result.get("membershipId").asText() + "/invitations";
    }

    private static void state(CustomersApi staff, String customer, String state) {
        staff.patch(customer, "{\"state\": \"%s\"}".formatted(state), "If-Match", "*")
                .assertStatus(200);
    }

    /** Keycloak would give no token later to somebody who has yet to prove an address. */
    private static SelfServiceApi withPresentToken(String username) {
        String token = realm.apiAs(username).token();
        return new SelfServiceApi(realm, () -> token);
    }

    private static void verified(String username, boolean verified) {
        address(username, username + "@example.com", verified);
    }

    private static void address(String username, String address, boolean verified) {
        UserRepresentation user = realm.person(username).toRepresentation();
        user.setEmail(address);
        user.setEmailVerified(verified);
        realm.person(username).update(user);
    }

    private static List<String> fields(JsonNode result) {
        return result.properties().stream().map(Map.Entry::getKey).toList();
    }
}
