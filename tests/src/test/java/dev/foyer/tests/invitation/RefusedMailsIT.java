package dev.foyer.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import dev.foyer.tests.server.PickyMailServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails that can not be sent: who waits for them, who is told, and how long they are tried. */
class RefusedMailsIT {
    private static final String ACME = """
            {"customers": [{"number": "C-1", "name": "Acme", "type": "company"}]}""";
    private static final int REFUSED = 20;

    @RegisterExtension
    static final PickyMailServer mails = new PickyMailServer();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setSmtpServer(mails.settings()))
            .customers(ACME);

    @RegisterExtension
    static final TestRealm other = new TestRealm()
            .with(settings -> settings.setSmtpServer(mails.settings()))
            .customers(ACME);

    private CustomersApi api;
    private String customer;

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
        customer = "/customers/" + realm.accounts().id("C-1");
    }

    @Test
    void refusedAddressesFailAtOnceAndHoldUpNobody() {
        List<String> addresses = new ArrayList<>(IntStream.range(0, REFUSED)
                .mapToObj(i -> "gone" + i + "@beta.example")
                .toList());
        addresses.add("slow@beta.example");
        addresses.add("rené@beta.example");
        addresses.add("here@beta.example");
        List<String> members = invite(api, customer, addresses);

        assertThat(mails.await(1)).containsExactly("here@beta.example");

        database()
                .await(
                        "select 1 where ? = (select count(*) from foyer_mail where realm_id = ? and state = 'FAILED')",
                        REFUSED + 1,
                        realmId(realm));
        JsonNode gone = mail(members.get(0));
        assertThat(gone.get("state").asText()).isEqualTo("failed");
        assertThat(gone.get("attempts").asInt()).isEqualTo(1);
        assertThat(gone.get("reason").asText()).isEqualTo("mail-address-refused");
        assertThat(gone.get("detail").asText()).contains("does not accept mail for this address");
        assertThat(mail(members.get(REFUSED)).get("state").asText()).isEqualTo("waiting");
        assertThat(mail(members.get(REFUSED + 1)).get("reason").asText()).isEqualTo("mail-address-unusable");
        JsonNode sent = mail(members.get(REFUSED + 2));
        assertThat(sent.get("state").asText()).isEqualTo("sent");
        assertThat(sent.has("reason")).isFalse();

        String corrected = customer + "/memberships/" + members.get(0);
        api.patch(corrected, "{\"person\": {\"email\": \"right@beta.example\"}}", "If-Match", "*")
                .assertStatus(200);
        api.post(corrected + "/invitations/resend", "").assertStatus(200);
        assertThat(mails.await(1)).containsExactly("right@beta.example");
        assertThat(mails.asked("gone0@beta.example")).isEqualTo(1);
    }

    @Test
    void theMailsOfARealmThatIsSwitchedOffWait() {
        CustomersApi elsewhere = CustomersApi.of(other);
        String its = "/customers/" + other.accounts().id("C-1");
        other.configure(settings ->
                settings.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "shop@example.com")));
        String member = invite(elsewhere, its, List.of("patient@beta.example")).get(0);
        database().await("select id from foyer_mail where realm_id = ? and attempts > 0", realmId(other));

        other.set("foyer.enabled", "false");
        String off = triedWhileOthersAreSent();
        other.set("foyer.enabled", "true");
        other.configure(settings -> settings.setEnabled(false));
        String disabled = triedWhileOthersAreSent();

        assertThat(disabled).isEqualTo(off);
        assertThat(mails.asked("patient@beta.example")).isZero();
        other.configure(settings -> settings.setEnabled(true));
        assertThat(mails.await(1)).containsExactly("patient@beta.example");
        assertThat(elsewhere
                        .get(its + "/memberships/" + member + "/invitations")
                        .assertStatus(200)
                        .json())
                .hasSize(1);
    }

    /** How often its mail was tried, once a beat that it was due at has passed for certain: another realm's mail came after. */
    private String triedWhileOthersAreSent() {
        other.configure(settings -> settings.setSmtpServer(mails.settings()));
        database().update("update foyer_mail set due_at = 0 where realm_id = ?", realmId(other));
        for (int beat = 0; beat < 2; beat++) {
            String address = "beat" + System.nanoTime() + "@beta.example";
            invite(api, customer, List.of(address));
            assertThat(mails.await(1)).containsExactly(address);
        }
        return database()
                .column("select attempts::text from foyer_mail where realm_id = ?", realmId(other))
                .get(0);
    }

    private static List<String> invite(CustomersApi api, String customer, List<String> addresses) {
        String list = addresses.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        return api.post(customer + "/invitations", "{\"addresses\": [" + list + "]}")
                .assertStatus(200)
                .each("membershipId");
    }

    private JsonNode mail(String member) {
        return api.get(customer + "/memberships/" + member + "/invitations")
                .json()
                .get(0)
                .get("mail");
    }

    private static Database database() {
        return realm.server().database();
    }

    private static String realmId(TestRealm of) {
        return of.admin().toRepresentation().getId();
    }
}
