package dev.foyer.tests.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.UserRepresentation;

/** A member who is a user is shown, found and exported as they are called at that moment. */
class MemberNamesIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("piero", "Piero", "Galli")
            .user("nina", "Nina", "Neri")
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company", "members": [
                      {"kind": "owner", "user": "anna"},
                      {"kind": "contact", "user": "piero", "firstName": "Recorded", "phone": "+39 02 1"}]},
                      {"number": "C-2", "name": "Beta", "type": "company", "members": [
                      {"kind": "owner", "user": "nina"}]}]}""");

    private CustomersApi api;
    private String acme;

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
        acme = "/customers/" + realm.accounts().id("C-1");
    }

    @Test
    void aMemberIsCalledWhatTheirUserAccountSays() {
        String memberships = acme + "/memberships";
        SelfServiceApi anna = SelfServiceApi.as("anna", realm);
        String members = "/accounts/" + realm.accounts().id("C-1") + "/members";
        assertThat(person(api.get(memberships + "?search=Piero").json()))
                .isEqualTo("{\"firstName\":\"Piero\",\"lastName\":\"Galli\",\"email\":\"piero@example.com\","
                        + "\"phone\":\"+39 02 1\"}");
        assertThat(api.get("/customers?search=piero%20galli").each("number")).containsExactly("C-1");

        rename("piero", "Pierpaolo", "Bianchi", "pierpaolo@example.org");

        realm.server()
                .database()
                .await(
                        "select m.id from foyer_membership m join foyer_search_term t on t.membership_id = m.id"
                                + " where t.term like 'bianchi%' and m.user_id = ?",
                        realm.userId("piero"));
        assertThat(api.get("/customers?search=galli").each("number")).isEmpty();
        assertThat(api.get("/customers?search=bianchi").each("number")).containsExactly("C-1");
        assertThat(api.get("/customers?search=pierpaolo@example.org").each("number"))
                .containsExactly("C-1");
        assertThat(api.get(memberships + "?search=galli").json()).isEmpty();
        assertThat(person(api.get(memberships + "?search=@example.org").json())).contains("Pierpaolo");
        assertThat(person(anna.get(members + "?search=bianchi").json())).contains("pierpaolo@example.org");
        assertThat(anna.get(members + "?search=piero@").json()).isEmpty();
        assertThat(api.get("/customers/export").text())
                .contains("Pierpaolo", "pierpaolo@example.org")
                .doesNotContain("Recorded", "Galli", "piero@example.com");
        // The address that is theirs no more is anybody's who comes, the new one is a member's.
        anna.post(members, "{\"person\": {\"email\": \"piero@example.com\"}}").assertStatus(201);
        anna.post(members, "{\"person\": {\"email\": \"pierpaolo@example.org\"}}")
                .assertProblem(409, "membership-exists");
    }

    @Test
    void theAdminApiSaysWhoAMemberIsAndLeavesItToTheirUserAccount() {
        String membership = "/customers/" + realm.accounts().id("C-2") + "/memberships/"
                + realm.accounts().membership(realm.accounts().id("C-2"), realm.userId("nina"));
        assertThat(api.get(membership).json().get("person").toString())
                .isEqualTo("{\"firstName\":\"Nina\",\"lastName\":\"Neri\",\"email\":\"nina@example.com\"}");

        api.patch(membership, "{\"person\": {\"lastName\": \"Gialli\"}}", "If-Match", "*")
                .assertProblem(403, "person-settled");
        assertThat(api.patch(membership, "{\"person\": {\"phone\": \"+39 02 2\"}}", "If-Match", "*")
                        .assertStatus(200)
                        .json()
                        .at("/person/phone")
                        .asText())
                .isEqualTo("+39 02 2");
    }

    private static String person(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.get(0).get("person").toString();
    }

    private static void rename(String username, String first, String last, String email) {
        UserRepresentation user = realm.person(username).toRepresentation();
        user.setFirstName(first);
        user.setLastName(last);
        user.setEmail(email);
        user.setEmailVerified(true);
        realm.person(username).update(user);
    }
}
