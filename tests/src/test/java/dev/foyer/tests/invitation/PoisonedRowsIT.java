package dev.foyer.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that the clock can not deal with keep no other from its turn, also if there are more of them than are read at once. */
class PoisonedRowsIT {
    private static final int POISONED = 101;

    @RegisterExtension
    static final TestRealm realm = new TestRealm().customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company"}]}""");

    @Test
    void anInvitationExpiresBehindOthersThatCanNot() {
        CustomersApi api = CustomersApi.of(realm);
        String customer = "/customers/" + realm.accounts().id("C-1");
        String addresses = IntStream.rangeClosed(0, POISONED)
                .mapToObj(i -> "\"a" + i + "@beta.example\"")
                .collect(Collectors.joining(","));
        List<String> members = api.post(customer + "/invitations", "{\"addresses\": [%s]}".formatted(addresses))
                .assertStatus(200)
                .each("membershipId");
        String good = members.get(POISONED);
        Database database = realm.server().database();
        String id = realm.admin().toRepresentation().getId();
        database.update("update foyer_invitation set expires_at = 2 where membership_id = ?", good);
        database.update(
                "update foyer_invitation set expires_at = 1, address = 'nonsense' where realm_id = ? and membership_id <> ?",
                id,
                good);

        assertThat(database.await(
                        "select id from foyer_invitation where membership_id = ? and state = 'EXPIRED'", good))
                .hasSize(1);
        assertThat(api.get(customer + "/memberships/" + good)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("pending");
    }
}
