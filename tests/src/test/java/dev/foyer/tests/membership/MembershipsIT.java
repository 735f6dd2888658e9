package dev.foyer.tests.membership;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Admins see and change who is in a customer, and which customers a user is in. */
class MembershipsIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("bruno", "Bruno", "Verdi")
            .user("viewer", "Vera", "Viewer")
            .user("viewer-of-users", "Vito", "Viewer")
            .customers("""
                    {"permissions": ["print-approval"],
                     "customers": [
                      {"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Sales"], "members": [
                        {"kind": "owner", "user": "anna", "firstName": "Anna", "lastName": "Rossi"},
                        {"kind": "contact", "user": "bruno", "permissions": ["print-approval"]},
                        {"kind": "contact", "firstName": "Carla", "email": "carla@acme.it", "contactTypes": ["Sales"]}]},
                      {"number": "C-3", "name": "Gamma", "type": "company", "contactTypes": ["Sales"], "members": [
                        {"kind": "owner", "user": "viewer"},
                        {"kind": "contact", "user": "bruno", "permissions": ["print-approval"]},
                        {"kind": "contact", "firstName": "Dora", "email": "dora@gamma.it", "contactTypes": ["Sales"]}]},
                      {"number": "C-2", "name": "Beta", "type": "company", "members": [
                        {"kind": "guest", "user": "anna", "state": "inactive"}]}]}""");

    private CustomersApi api;
    private String acme;
    private String gamma;

    @BeforeAll
    static void appoint() {
        realm.appoint("viewer", "view-customers");
        realm.appoint("viewer-of-users", "view-customers");
        realm.appoint("viewer-of-users", "view-users");
    }

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
        acme = "/customers/" + realm.accounts().id("C-1");
        gamma = "/customers/" + realm.accounts().id("C-3");
    }

    @Test
    void theMembersOfACustomerAreListed() {
        assertThat(people(acme + "/memberships?sort=name"))
                .containsExactly("contact pending null", "owner active anna", "contact active bruno");
        assertThat(people(acme + "/memberships?kind=owner")).containsExactly("owner active anna");
        assertThat(people(acme + "/memberships?permission=print-approval")).containsExactly("contact active bruno");
        assertThat(people(acme + "/memberships?contactType=Sales")).containsExactly("contact pending null");
        assertThat(people(acme + "/memberships?state=inactive")).isEmpty();
        assertThat(people(acme + "/memberships?search=CARLA@")).containsExactly("contact pending null");
        Answer first = api.get(acme + "/memberships?sort=created&limit=2");
        assertThat(people(requireNonNull(first.next()))).hasSize(1);
        api.get("/customers/unknown/memberships").assertProblem(404, "not-found");

        JsonNode anna = api.get(acme + "/memberships?kind=owner").json().get(0);
        assertThat(anna.get("customer").get("number").asText()).isEqualTo("C-1");
        assertThat(anna.get("userId").asText()).isEqualTo(realm.userId("anna"));
        assertThat(anna.get("permissions")).hasSize(7);
        assertThat(anna.get("createdAt").asLong()).isPositive();
    }

    @Test
    void aCustomerIsFoundByItsPeople() {
        assertThat(api.get("/customers?search=carla@acme").each("number")).containsExactly("C-1");
        assertThat(api.get("/customers?search=rossi anna".replace(" ", "%20")).each("number"))
                .containsExactly("C-1", "C-2");
    }

    @Test
    void theAccessListOfAUserIsForThoseWhoMaySeeTheUser() {
        String accounts = "/customers/users/" + realm.userId("anna") + "/memberships";

        assertThat(people(accounts)).containsExactly("owner active anna", "guest inactive anna");
        assertThat(people(accounts + "?state=active")).containsExactly("owner active anna");
        assertThat(people(accounts + "?search=bet")).containsExactly("guest inactive anna");
        assertThat(CustomersApi.as("viewer-of-users", realm)
                        .get(accounts)
                        .assertStatus(200)
                        .json())
                .hasSize(2);
        Answer hidden = CustomersApi.as("viewer", realm).get(accounts).assertProblem(404, "not-found");
        Answer unknown = CustomersApi.as("viewer", realm).get("/customers/users/unknown/memberships");
        assertThat(hidden.text()).isEqualTo(unknown.text());
        // Nor does a list tell the username to somebody who may not see users.
        assertThat(CustomersApi.as("viewer", realm).get(acme + "/memberships").text())
                .contains(realm.userId("anna"))
                .doesNotContain("username");
    }

    @Test
    void aMembershipIsPatched() {
        String dora = path(gamma, "kind=contact&state=pending");
        String etag = api.get(dora).etag();

        Answer changed = api.patch(
                        dora,
                        "{\"person\": {\"firstName\": null, \"lastName\": \"Neri\"}, \"permissions\": [\"billing\"]}",
                        "If-Match",
                        etag)
                .assertStatus(200);
        assertThat(changed.json().get("person").toString())
                .isEqualTo("{\"lastName\":\"Neri\",\"email\":\"dora@gamma.it\"}");
        assertThat(changed.json().get("contactTypes").toString()).isEqualTo("[\"Sales\"]");
        api.patch(dora, "{\"contactTypes\": []}", "If-Match", etag).assertProblem(412, "version-stale");
        Answer moved = api.patch(dora, "{\"contactTypes\": []}", "If-Match", changed.etag())
                .assertStatus(200);
        assertThat(moved.etag()).isNotEqualTo(changed.etag());

        for (List<String> wrong : List.of(
                List.of("{\"permissions\": [\"billing\", \"flying\"]}", "permission-unknown", "/permissions/1"),
                List.of("{\"contactTypes\": [\"Prepress\"]}", "contact-type-unknown", "/contactTypes/0"),
                List.of("{\"kind\": \"owner\"}", "field-unknown", "/kind"),
                List.of("{\"person\": {\"vip\": true}}", "field-unknown", "/person/vip"),
                List.of("{\"person\": {\"email\": \"none\"}}", "email-invalid", "/person/email"))) {
            Answer refused =
                    api.patch(dora, wrong.get(0), "If-Match", moved.etag()).assertProblem(400, wrong.get(1));
            assertThat(refused.json().get("pointer").asText()).isEqualTo(wrong.get(2));
        }
        api.patch(dora, "{\"person\": {\"email\": \"BRUNO@example.com\"}}", "If-Match", moved.etag())
                .assertProblem(409, "membership-exists");
        api.delete("/customers/permissions/print-approval").assertProblem(409, "permission-used");
    }

    @Test
    void aMembershipIsSuspendedResumedAndRemoved() {
        String bruno = path(gamma, "kind=contact&state=active");

        assertThat(api.post(bruno + "/suspend", "")
                        .assertStatus(200)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("inactive");
        api.post(bruno + "/suspend", "").assertProblem(409, "membership-move");
        api.post(bruno + "/resume", "", "If-Match", "\"old\"").assertProblem(412, "version-stale");
        Answer resumed = api.post(bruno + "/resume", "").assertStatus(200);
        api.delete(bruno, "If-Match", "\"old\"").assertProblem(412, "version-stale");
        assertThat(resumed.etag()).isEqualTo(api.get(bruno).etag());

        String owner = path(gamma, "kind=owner");
        api.post(owner + "/suspend", "").assertProblem(409, "owner-needed");
        api.delete(owner).assertProblem(409, "owner-needed");
    }

    @Test
    void aMembershipUnderAnotherCustomerIsAbsent() {
        String owner = path(acme, "kind=owner");
        String astray = owner.replace(acme, "/customers/" + realm.accounts().id("C-2"));

        String absent = api.get(acme + "/memberships/unknown")
                .assertProblem(404, "not-found")
                .text();
        assertThat(api.get(astray).text()).isEqualTo(absent);
        assertThat(api.patch(astray, "{}", "If-Match", "*")
                        .assertProblem(404, "not-found")
                        .text())
                .isEqualTo(absent);
        assertThat(api.post(astray + "/suspend", "").text()).isEqualTo(absent);
        assertThat(api.delete(astray).text()).isEqualTo(absent);
        api.get(owner).assertStatus(200);
    }

    private List<String> people(String path) {
        return StreamSupport.stream(api.get(path).assertStatus(200).json().spliterator(), false)
                .map(member ->
                        member.get("kind").asText() + " " + member.get("state").asText() + " "
                                + member.path("username").asText(null))
                .toList();
    }

    private String path(String customer, String filter) {
        return customer + "/memberships/"
                + api.get(customer + "/memberships?" + filter).each("id").get(0);
    }
}
