package dev.foyer.tests.contacts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

/** People see their accounts, and owners and managers look after the members, never beyond what they may themselves. */
class SelfServiceIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("bruno", "Bruno", "Verdi")
            .user("carlo", "Carlo", "Neri")
            .user("dario", "Dario", "Conti")
            .user("elena", "Elena", "Galli")
            .with(settings -> settings.setEventsEnabled(true))
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Sales"], "members": [
                        {"kind": "owner", "user": "anna"},
                        {"kind": "contact", "user": "bruno", "permissions": ["contacts", "billing"]},
                        {"kind": "contact", "user": "carlo", "firstName": "Carlo", "permissions": ["security"]},
                        {"kind": "contact", "firstName": "Gianni", "email": "gianni@acme.it",
                         "permissions": ["billing", "security"]},
                        {"kind": "contact", "firstName": "Fausto", "email": "fausto@acme.it", "permissions": ["billing"]}]},
                      {"number": "C-2", "name": "Beta", "type": "individual", "members": [
                        {"kind": "owner", "user": "bruno"}, {"kind": "guest", "user": "carlo"}]},
                      {"number": "C-3", "name": "Gamma", "type": "company", "agency": true, "members": [
                        {"kind": "owner", "user": "dario"}, {"kind": "contact", "user": "bruno"},
                        {"kind": "contact", "user": "elena"},
                        {"kind": "guest", "user": "anna", "permissions": ["contacts"]}]},
                      {"number": "C-4", "name": "Delta", "type": "company", "state": "inactive", "members": [
                        {"kind": "owner", "user": "anna"}]},
                      {"number": "C-5", "name": "Epsilon", "type": "company", "members": [
                        {"kind": "guest", "user": "anna", "state": "inactive"}]}]}""");

    private final SelfServiceApi anna = SelfServiceApi.as("anna", realm);
    private final SelfServiceApi bruno = SelfServiceApi.as("bruno", realm);
    private final String acme = "/accounts/" + realm.accounts().id("C-1");
    private final String gamma = "/accounts/" + realm.accounts().id("C-3");

    @BeforeEach
    void forgetEvents() {
        realm.admin().clearEvents();
    }

    @Test
    void theAccountsThatAreOpenAreListed() {
        assertThat(anna.get("/accounts").assertStatus(200).each("number")).containsExactly("C-1", "C-3");
        assertThat(bruno.get("/accounts?search=bet").each("number")).containsExactly("C-2");
        Answer first = bruno.get("/accounts?limit=2&order=desc").assertStatus(200);
        assertThat(first.each("number")).containsExactly("C-3", "C-2");
        assertThat(bruno.get(requireNonNull(first.next())).each("number")).containsExactly("C-1");

        assertThat(bruno.get("/accounts").each("selected")).containsOnly("false");
        assertThat(SelfServiceApi.as("bruno", "C-2", realm).get("/accounts").each("selected"))
                .containsExactly("false", "true", "false");
    }

    @Test
    void anAccountTellsWhatTheMemberMayThere() {
        JsonNode own = anna.get(acme).assertStatus(200).json();
        assertThat(own.get("kind").asText()).isEqualTo("owner");
        assertThat(own.get("permissions")).hasSize(7);
        JsonNode guest = anna.get(gamma).json();
        assertThat(guest.get("permissions").toString()).isEqualTo("[\"contacts\"]");
        assertThat(guest.get("agency").asBoolean()).isTrue();

        Answer foreign = anna.get("/accounts/" + realm.accounts().id("C-2")).assertProblem(404, "not-found");
        assertThat(anna.get("/accounts/unknown").text()).isEqualTo(foreign.text());
        assertThat(anna.get("/accounts/" + realm.accounts().id("C-4")).text()).isEqualTo(foreign.text());
        assertThat(anna.get("/accounts/" + realm.accounts().id("C-5")).text()).isEqualTo(foreign.text());
        assertThat(anna.get("/accounts/C-1").text()).isEqualTo(foreign.text());
    }

    @Test
    void anOwnerRenamesTheAccount() {
        String beta = "/accounts/" + realm.accounts().id("C-2");
        Answer read = bruno.get(beta);

        bruno.patch(beta, "{\"name\": \"Beta 2\"}").assertProblem(428, "if-match-missing");
        bruno.patch(beta, "{\"number\": \"C-9\"}", "If-Match", read.etag()).assertProblem(400, "field-unknown");
        Answer renamed = bruno.patch(beta, "{\"name\": \"Beta 2\"}", "If-Match", read.etag())
                .assertStatus(200);
        bruno.patch(beta, "{\"name\": \"Beta 3\"}", "If-Match", read.etag()).assertProblem(412, "version-stale");
        assertThat(renamed.json().get("name").asText()).isEqualTo("Beta 2");
        assertThat(renamed.etag()).isEqualTo(bruno.get(beta).etag());
        assertEvent("bruno", "change-account", Map.of("account_number", "C-2", "account_capacity", "owner"));
    }

    @Test
    void aMemberLeavesButNotTheLastOwner() {
        bruno.delete("/accounts/" + realm.accounts().id("C-2") + "/membership").assertProblem(409, "owner-needed");
        SelfServiceApi elena = SelfServiceApi.as("elena", realm);
        String membership = realm.accounts().membership(realm.accounts().id("C-3"), realm.userId("elena"));

        elena.delete(gamma + "/membership").assertStatus(204);

        elena.get(gamma).assertProblem(404, "not-found");
        assertEvent("elena", "leave-account", Map.of("membership_id", membership));
    }

    @Test
    void contactTypesComeAndGo() {
        Answer added = bruno.post(acme + "/contact-types", "{\"name\": \"Prepress\"}", "Idempotency-Key", "types-1")
                .assertStatus(201);
        assertThat(bruno.post(acme + "/contact-types", "{\"name\": \"Prepress\"}", "Idempotency-Key", "types-1")
                        .id())
                .isEqualTo(added.id());
        assertThat(anna.get(acme + "/contact-types").each("name")).contains("Customer", "Sales", "Prepress");
        bruno.delete("/accounts/" + realm.accounts().id("C-2") + "/contact-types/" + added.id())
                .assertProblem(404, "not-found");
        bruno.delete(acme + "/contact-types/" + added.id()).assertStatus(204);
        assertEvent("bruno", "remove-contact-type", Map.of("account_number", "C-1"));
    }

    @Test
    void theMembersAreListedWithoutTellingWhoseUsersTheyAre() {
        Answer all = bruno.get(acme + "/members").assertStatus(200);
        assertThat(all.text()).doesNotContain(realm.userId("anna"), realm.userId("carlo"), "userId", "username");
        assertThat(bruno.get(acme + "/members?kind=owner")
                        .json()
                        .get(0)
                        .get("person")
                        .toString())
                .isEqualTo("{\"firstName\":\"Anna\",\"lastName\":\"Rossi\",\"email\":\"anna@example.com\"}");
        JsonNode own =
                bruno.get(acme + "/members?permission=contacts&kind=contact").json();
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("own").asBoolean()).isTrue();
        assertThat(bruno.get(acme + "/members?state=pending&search=fausto@").each("own"))
                .containsExactly("false");
        bruno.get(acme + "/members?state=gone").assertProblem(400, "value-not-allowed");

        String carloAtBeta = realm.accounts().membership(realm.accounts().id("C-2"), realm.userId("carlo"));
        assertThat(bruno.get(acme + "/members/" + carloAtBeta)
                        .assertProblem(404, "not-found")
                        .text())
                .isEqualTo(bruno.get(acme + "/members/unknown").text());
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        String carlo = member("carlo");

        refuse(bruno, carlo, "{\"permissions\": [\"security\", \"orders\"]}", "grant-exceeds-own");
        bruno.patch(carlo, "{\"permissions\": [\"security\", \"billing\"]}", "If-Match", "*")
                .assertStatus(200);
        assertEvent("bruno", "change-member", Map.of("membership_id", carlo.substring(carlo.lastIndexOf('/') + 1)));
        bruno.post(acme + "/members", "{\"person\": {\"lastName\": \"Blu\"}, \"permissions\": [\"security\"]}")
                .assertProblem(403, "grant-exceeds-own");
        bruno.post(acme + "/invitations", "{\"addresses\": [\"x@y.it\"], \"permissions\": [\"security\"]}")
                .assertProblem(403, "grant-exceeds-own");
        bruno.post(acme + "/invitations", "{\"addresses\": [\"x@y.it\"], \"kind\": \"owner\"}")
                .assertProblem(403, "not-permitted");

        // To give back is to give.
        bruno.post(carlo + "/suspend", "").assertStatus(200);
        bruno.post(carlo + "/resume", "").assertProblem(403, "grant-exceeds-own");
        anna.post(carlo + "/resume", "").assertStatus(200);
        assertEvent("bruno", "suspend-member", Map.of());
        assertEvent("anna", "resume-member", Map.of("account_capacity", "owner"));
    }

    @Test
    void nobodyChangesThemselvesOrAnOwnerAboveThem() {
        for (String own : List.of("{\"permissions\": []}", "{\"permissions\": [\"orders\"]}", "{}")) {
            refuse(bruno, member("bruno"), own, "own-membership");
        }
        refuse(anna, member("anna"), "{\"permissions\": []}", "own-membership");
        bruno.delete(member("bruno")).assertProblem(403, "own-membership");
        refuse(bruno, member("anna"), "{\"permissions\": []}", "not-permitted");
        bruno.post(member("anna") + "/suspend", "").assertProblem(403, "not-permitted");
        bruno.delete(member("anna")).assertProblem(403, "not-permitted");
        refuse(bruno, member("carlo"), "{\"kind\": \"owner\"}", 400, "field-unknown");
    }

    @Test
    void theAccountThatIsActedOnDecidesNotTheOneThatIsSelected() {
        // An owner of the selected account is but a contact in the other.
        SelfServiceApi ownerElsewhere = SelfServiceApi.as("bruno", "C-2", realm);

        ownerElsewhere.get(gamma + "/members").assertProblem(403, "not-permitted");
        ownerElsewhere.post(gamma + "/members", "{}").assertProblem(403, "not-permitted");
        ownerElsewhere.get(acme + "/members").assertStatus(200);
    }

    @Test
    void whoHasEnteredIsNotDescribedByOthers() {
        String fausto = acme + "/members/"
                + bruno.get(acme + "/members?search=fausto@").each("id").get(0);

        refuse(bruno, member("carlo"), "{\"person\": {\"lastName\": \"Gialli\"}}", "person-settled");
        Answer changed = bruno.patch(fausto, "{\"person\": {\"lastName\": \"Gialli\"}}", "If-Match", "*")
                .assertStatus(200);
        assertThat(changed.json().get("person").get("lastName").asText()).isEqualTo("Gialli");
    }

    @Test
    void aPlaceIsLedElsewhereByWhoMayGiveWhatItHolds() {
        String gianni = acme + "/members/"
                + anna.get(acme + "/members?search=gianni@").each("id").get(0);
        String elsewhere = "{\"person\": {\"email\": \"elena@example.com\"}}";

        refuse(bruno, gianni, elsewhere, "grant-exceeds-own");
        assertThat(anna.get(gianni).json().has("addressChange")).isFalse();
        anna.patch(gianni, "{\"person\": {\"email\": \"gianni@acme.com\"}}", "If-Match", "*")
                .assertStatus(200);

        JsonNode change = bruno.get(gianni).json().get("addressChange");
        assertThat(change.get("by").asText()).isEqualTo("Anna Rossi");
        assertThat(change.get("staff").asBoolean()).isFalse();
        JsonNode again =
                anna.post(gianni + "/invitations/resend", "").assertStatus(200).json();
        assertThat(again.get("address").asText()).isEqualTo("gianni@acme.com");
        assertThat(again.get("addressChange")).isEqualTo(change);
        assertThat(anna.get(gianni + "/invitations").json().get(0).get("addressChange"))
                .isEqualTo(change);
    }

    @Test
    void registeringDoesNotTellWhoIsRegistered() {
        int users = realm.admin().users().count();
        String body = "{\"person\": {\"firstName\": \"A\", \"email\": \"%s\"}, \"permissions\": [\"billing\"]}";

        Answer known = anna.post(gamma + "/members", "{\"person\": {\"email\": \"carlo@example.com\"}}")
                .assertStatus(201);
        Answer unknown = anna.post(gamma + "/members", "{\"person\": {\"email\": \"nemo@example.com\"}}")
                .assertStatus(201);
        JsonNode first = anna.get(gamma + "/members/" + known.id()).json();
        JsonNode second = anna.get(gamma + "/members/" + unknown.id()).json();
        assertThat(bare(first, "carlo@")).isEqualTo(bare(second, "nemo@"));
        assertThat(first.get("state").asText()).isEqualTo("invite_sent");
        for (Answer again : List.of(known, unknown)) {
            refuse(anna, gamma + "/members/" + again.id(), "{\"permissions\": [\"orders\"]}", "grant-exceeds-own");
            anna.patch(gamma + "/members/" + again.id(), "{\"person\": {\"phone\": \"1\"}}", "If-Match", "*")
                    .assertStatus(200);
            anna.post(gamma + "/members/" + again.id() + "/resume", "").assertProblem(409, "membership-move");
        }
        anna.post(gamma + "/members", "{\"person\": {\"email\": \"carlo@example.com\"}}")
                .assertProblem(409, "membership-exists");
        anna.post(gamma + "/members", "{\"person\": {\"email\": \"nemo@example.com\"}}")
                .assertProblem(409, "membership-exists");
        anna.post(gamma + "/members", body.formatted("a@b.it").replace("}, \"perm", "}, \"createUser\": true, \"perm"))
                .assertProblem(400, "field-unknown");
        assertThat(realm.admin().users().count()).isEqualTo(users);

        Answer unreachable = anna.post(gamma + "/members", "{\"person\": {\"lastName\": \"Blu\"}}")
                .assertStatus(201);
        assertThat(anna.get(gamma + "/members/" + unreachable.id())
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("pending");
        assertEvent("anna", "register-member", Map.of("membership_id", unreachable.id()));
    }

    @Test
    void anAccountThatRequiresASecondFactorTakesATokenForIt() {
        String beta = "/accounts/" + realm.accounts().id("C-2");
        String held = String.valueOf(realm.application("spa")
                .token(Map.of("grant_type", "password", "username", "bruno", "password", "bruno", "account", "C-2"))
                .get("access_token"));
        SelfServiceApi before = new SelfServiceApi(realm, () -> held);
        before.get(beta).assertStatus(200);
        realm.accounts().requireSecondFactor("C-2", true);
        try {
            before.get(beta).assertProblem(403, "second-factor-needed");
            bruno.get(beta).assertProblem(403, "second-factor-needed");
            bruno.delete(beta + "/membership").assertProblem(403, "second-factor-needed");
            assertThat(bruno.get("/accounts").each("number")).contains("C-2");
        } finally {
            realm.accounts().requireSecondFactor("C-2", false);
        }
    }

    @Test
    void hugeDeepAndRepeatedBodiesAreRefused() {
        String members = acme + "/members";
        anna.post(members, "[".repeat(20)).assertProblem(400, "body-malformed");
        anna.post(members, "{\"person\": {}, \"person\": {}}").assertProblem(400, "body-malformed");
        anna.post(members, "{\"permissions\": [\"" + "x".repeat(1 << 16) + "\"]}")
                .assertProblem(413, "body-too-large");
        anna.post(acme + "/invitations", "{\"addresses\": []}").assertProblem(400, "out-of-range");
    }

    @Test
    void onlyTheConsolesOwnOriginReadsTheAnswerAndNobodyKeepsIt() {
        realm.configure("spa", client -> client.setWebOrigins(List.of("https://console.example.com")));
        SelfServiceApi spa = SelfServiceApi.as("bruno", "C-2", realm);

        Answer own = spa.send("GET", "/accounts", null, null, "Origin", "https://console.example.com");
        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo("https://console.example.com");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        spa.send("GET", "/accounts", null, null, "Origin", "https://evil.example.com")
                .assertStatus(403);
        assertThat(new SelfServiceApi(realm, () -> null).get("/accounts").header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    private static void refuse(SelfServiceApi api, String path, String patch, String reason) {
        refuse(api, path, patch, 403, reason);
    }

    private static void refuse(SelfServiceApi api, String path, String patch, int status, String reason) {
        api.patch(path, patch, "If-Match", "*").assertProblem(status, reason);
    }

    /** What is left of a member when all is taken away that must differ. */
    private static String bare(JsonNode member, String address) {
        return member.toString()
                .replace(member.get("id").asText(), "")
                .replace(member.get("createdAt").asText(), "")
                .replace(address, "");
    }

    private String member(String username) {
        return acme + "/members/" + realm.accounts().membership(realm.accounts().id("C-1"), realm.userId(username));
    }

    private static void assertEvent(String username, String action, Map<String, String> details) {
        List<EventRepresentation> events = realm
                .admin()
                .getEvents(
                        List.of("CUSTOM_REQUIRED_ACTION"), null, realm.userId(username), null, null, null, null, null)
                .stream()
                .filter(event -> action.equals(event.getDetails().get("custom_required_action")))
                .filter(event -> event.getDetails().entrySet().containsAll(details.entrySet()))
                .toList();
        assertThat(events).as(action + details).hasSize(1);
    }
}
