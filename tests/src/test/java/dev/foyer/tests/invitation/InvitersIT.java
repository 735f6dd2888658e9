package dev.foyer.tests.invitation;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.UserRepresentation;

/** An invitation is worth what its inviter may still give when it is answered. */
class InvitersIT {

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("mara", "Mara", "Manager")
            .user("gina", "Gina", "Guest")
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company",
                                    "members": [{"kind": "owner", "user": "anna"}]}]}""");

    private final SelfServiceApi gina = SelfServiceApi.as("gina", realm);
    private String acme;

    @BeforeEach
    void appoint() {
        realm.appoint("mara", "manage-customers");
        acme = realm.accounts().id("C-1");
    }

    @Test
    void staffWithoutTheirRoleHaveInvitedNobody() {
        String membership = invitedByStaff();
        deprive("mara");

        assertEnded();

        realm.appoint("mara", "manage-customers");
        acceptedAndRemoved(membership);
    }

    @Test
    void whoWasDisabledHasInvitedNobody() {
        String byStaff = invitedByStaff();
        change("mara", user -> user.setEnabled(false));
        assertEnded();
        change("mara", user -> user.setEnabled(true));
        acceptedAndRemoved(byStaff);

        String byMember = SelfServiceApi.as("anna", realm)
                .post("/accounts/" + acme + "/invitations", "{\"addresses\": [\"gina@example.com\"]}")
                .assertStatus(200)
                .each("membershipId")
                .get(0);
        change("anna", user -> user.setEnabled(false));
        assertEnded();
        change("anna", user -> user.setEnabled(true));
        acceptedAndRemoved(byMember);
    }

    @Test
    void whoWasRemovedHasInvitedNobody() {
        realm.addUser("matteo", "Matteo", "Manager");
        realm.appoint("matteo", "manage-customers");
        String membership = invitedBy("matteo");
        realm.person("matteo").remove();

        assertEnded();

        CustomersApi.of(realm)
                .delete("/customers/" + acme + "/memberships/" + membership, "If-Match", "*")
                .assertStatus(204);
    }

    private String invitedByStaff() {
        return invitedBy("mara");
    }

    private String invitedBy(String staff) {
        return CustomersApi.as(staff, realm)
                .post("/customers/" + acme + "/invitations", "{\"addresses\": [\"gina@example.com\"]}")
                .assertStatus(200)
                .each("membershipId")
                .get(0);
    }

    private void assertEnded() {
        gina.post("/invitations/" + invitation() + "/accept", "").assertProblem(409, "invitation-ended");
    }

    private void acceptedAndRemoved(String membership) {
        gina.post("/invitations/" + invitation() + "/accept", "").assertStatus(200);
        CustomersApi.of(realm)
                .delete("/customers/" + acme + "/memberships/" + membership, "If-Match", "*")
                .assertStatus(204);
    }

    private String invitation() {
        return gina.get("/invitations").each("id").get(0);
    }

    private void deprive(String username) {
        RoleScopeResource roles = realm.person(username).roles().clientLevel(realm.clientId("realm-management"));
        roles.remove(List.copyOf(roles.listAll()));
    }

    private void change(String username, Consumer<UserRepresentation> change) {
        UserRepresentation user = realm.person(username).toRepresentation();
        change.accept(user);
        realm.person(username).update(user);
    }
}
