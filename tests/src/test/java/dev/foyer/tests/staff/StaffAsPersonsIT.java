package dev.foyer.tests.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever manages customers as staff opens none of their accounts to themselves or to colleagues. */
class StaffAsPersonsIT {

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("clerk", "Clara", "Clerk")
            .user("colleague", "Carlo", "Collega")
            .user("grouped", "Gina", "Gruppo")
            .user("owner", "Olga", "Owner")
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company",
                      "members": [{"kind": "owner", "user": "owner"}]}]}""");

    private static String acme;

    @BeforeAll
    static void appoint() {
        realm.appoint("clerk", "manage-customers");
        realm.appoint("colleague", "manage-customers");
        realm.appoint("grouped", "realm-admin");
        acme = "/customers/" + realm.accounts().id("C-1");
    }

    @Test
    void nobodyInvitesThemselves() {
        Answer answer = CustomersApi.as("clerk", realm)
                .post(acme + "/invitations", "{\"addresses\": [\"Clerk@example.com\"], \"kind\": \"owner\"}")
                .assertStatus(200);

        JsonNode problem = answer.json().get(0);
        assertThat(problem.get("type").asText()).endsWith(":staff-as-person");
        assertThat(problem.get("detail").asText()).contains("enter-customer-accounts");
        CustomersApi.as("clerk", realm)
                .post(acme + "/memberships", "{\"person\": {\"email\": \"clerk@example.com\"}}")
                .assertProblem(403, "staff-as-person");
    }

    @Test
    void nobodyImportsThemselvesOrAColleagueHoweverTheyCameByTheirRole() {
        for (String username : List.of("clerk", "colleague", "grouped")) {
            Answer refused = CustomersApi.as("clerk", realm).post("/customers/import", """
                    {"customers": [{"number": "C-1", "members": [{"kind": "owner", "user": "%s"}]}]}""".formatted(username));

            refused.assertProblem(400, "import-refused");
            assertThat(refused.text()).contains("staff-as-person");
        }
        assertThat(realm.accounts().memberIds()).containsExactly(realm.userId("owner"));
    }

    @Test
    void anInvitationByAColleagueIsNotAcceptedAndOneByAMemberIs() {
        CustomersApi.as("clerk", realm)
                .post(acme + "/invitations", "{\"addresses\": [\"colleague@example.com\"], \"kind\": \"owner\"}")
                .assertStatus(200);
        SelfServiceApi colleague = SelfServiceApi.as("colleague", realm);
        String ofStaff = colleague.get("/invitations").each("id").get(0);

        colleague.post("/invitations/" + ofStaff + "/accept", "").assertProblem(403, "staff-as-person");
        colleague.post("/invitations/" + ofStaff + "/reject", "").assertStatus(204);

        SelfServiceApi.as("owner", realm)
                .post(
                        "/accounts/" + realm.accounts().id("C-1") + "/invitations",
                        "{\"addresses\": [\"colleague@example.com\"], \"kind\": \"guest\", \"permissions\": [\"billing\"]}")
                .assertStatus(200);
        String ofMember = colleague.get("/invitations").each("id").get(0);
        colleague.post("/invitations/" + ofMember + "/accept", "").assertStatus(200);
        String own = acme + "/memberships/"
                + realm.accounts().membership(realm.accounts().id("C-1"), realm.userId("colleague"));
        CustomersApi staff = CustomersApi.as("colleague", realm);
        staff.patch(own, "{\"permissions\": [\"billing\", \"orders\"]}", "If-Match", "*")
                .assertProblem(403, "staff-as-person");
        staff.delete(own, "If-Match", "*").assertStatus(204);
    }
}
