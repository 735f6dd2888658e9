package dev.foyer.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

/** Invitations that nobody answers end by themselves, and that is told like any other end. */
class ExpiryIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setEventsEnabled(true))
            .with(settings -> settings.getAttributes().put("foyer.invitation-seconds", "1"))
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company"}]}""");

    @Test
    void whatExpiresIsInTheHistoryAndAmongTheEvents() {
        CustomersApi api = CustomersApi.of(realm);
        String account = realm.accounts().id("C-1");
        String membership = api.post(
                        "/customers/" + account + "/invitations", "{\"addresses\": [\"bea@beta.example\"]}")
                .assertStatus(200)
                .each("membershipId")
                .get(0);
        Database database = realm.server().database();

        String invitation = database.await(
                        "select id from foyer_invitation where membership_id = ? and state = 'EXPIRED'", membership)
                .get(0);

        String path = "/customers/" + account + "/memberships/" + membership;
        JsonNode expired = api.get(path + "/invitations").json().get(0);
        assertThat(expired.get("state").asText()).isEqualTo("expired");
        assertThat(expired.has("endedAt")).isTrue();
        assertThat(expired.has("endedBy")).isFalse();
        assertThat(api.get(path).json().get("state").asText()).isEqualTo("pending");
        List<EventRepresentation> events = realm.admin().getEvents();
        assertThat(events).hasSize(1);
        EventRepresentation event = events.get(0);
        assertThat(event.getType()).isEqualTo("CUSTOM_REQUIRED_ACTION");
        assertThat(event.getUserId()).isNull();
        assertThat(event.getClientId()).isNull();
        assertThat(event.getDetails())
                .isEqualTo(Map.of(
                        "custom_required_action", "expire-invitation",
                        "account_id", account,
                        "account_number", "C-1",
                        "membership_id", membership,
                        "invitation_id", invitation));
    }
}
