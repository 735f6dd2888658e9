package dev.foyer.tests.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.realm.SentInvitations;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.KeycloakServer;
import dev.foyer.tests.server.Mailbox;
import dev.foyer.tests.server.Mailbox.Letter;
import dev.foyer.tests.server.SilentMailServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server is killed while it hands over a mail and while an invitation is being accepted, and started again: nothing is
 * lost, nothing is half done, and nobody waits for it meanwhile.
 */
class KilledServerIT {

    /** How long a mail is the server's that sends it. */
    private static final long LEASE_MILLIS = 120_000;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final KeycloakServer server = KeycloakServer.another("killed_server");
    private final SilentMailServer silent = new SilentMailServer();
    private final TestRealm realm = TestRealm.on(server)
            .with(settings -> settings.setSmtpServer(silent.settings()))
            .user("gina", "Gina", "Moretti")
            .user("otto", "Otto", "Owner")
            .user("piero", "Piero", "Galli")
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Acme", "type": "company"},
                                   {"number": "C-2", "name": "Beta", "type": "company",
                                    "members": [{"kind": "owner", "user": "otto"}]}]}""");
    private final CustomersApi api = CustomersApi.of(realm);

    @AfterEach
    void close() {
        silent.close();
        server.close();
    }

    @Test
    void theMailArrivesOnceAndTheAnswerWasNeverGiven() throws Exception {
        realm.recreate();
        String gina = invite("gina@example.com");
        Letter cutOff = silent.await();
        String nora = invite("nora@example.com");
        assertThat(mail(gina)).isEqualTo("waiting 1");

        String token = killedWhileAccepting();
        silent.close();
        leaseEnds();
        try (Mailbox mailbox = new Mailbox(silent.port())) {
            server.startAgain();
            Letter arrived = mailbox.await("gina@example.com", 1).get(0);
            mailbox.await("nora@example.com", 1);
            sent();

            assertThat(mailbox.to("gina@example.com")).hasSize(1);
            assertThat(mailbox.to("nora@example.com")).hasSize(1);
            assertThat(mail(gina)).isEqualTo("sent 2");
            assertThat(mail(nora)).startsWith("sent ");
            assertAccepted(cutOff, arrived);
            assertThat(api.get(gina).json().get("state").asText()).isEqualTo("active");
            assertStillOpen(token);
        }
        realm.admin().remove();
    }

    /** Kills the server while the rows of an acceptance wait to be written, and answers with the link's token. */
    private String killedWhileAccepting() throws Exception {
        String token = new SentInvitations(realm, "otto").send("C-2", "piero@example.com");
        String path = "/invitations/" + piero().get("/invitations").each("id").get(0) + "/accept";
        SelfServiceApi piero = piero();
        try (Connection other = server.database().connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select 1 from foyer_invitation where address = 'piero@example.com' for update");
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> piero.post(path, ""));
            server.database()
                    .await(
                            "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            server.kill();
            assertThat(answer).failsWithin(Duration.ofMinutes(1));
        }
        return token;
    }

    /** Nothing of the answer was kept, and it can be given once. */
    private void assertStillOpen(String token) {
        SentInvitations sent = new SentInvitations(realm, "otto");
        assertThat(sent.state(token)).isEqualTo("SENT INVITE_SENT 0");
        assertThat(piero().get("/accounts").json()).isEmpty();
        String path = "/invitations/" + piero().get("/invitations").each("id").get(0) + "/accept";
        piero().post(path, "").assertStatus(200);
        piero().post(path, "").assertProblem(409, "invitation-ended");
        assertThat(piero().get("/accounts").each("number")).containsExactly("C-2");
    }

    private SelfServiceApi piero() {
        return SelfServiceApi.as("piero", realm);
    }

    /** No mail is left, and none on its way. */
    private void sent() {
        server.database()
                .await("select 1 from foyer_mail having count(*) = 2 and min(state) = 'SENT' and max(state) = 'SENT'");
    }

    /** The time passes while no server runs. */
    private void leaseEnds() {
        server.database().update("update foyer_mail set due_at = due_at - ? where attempts = 1", LEASE_MILLIS);
    }

    /** The mail that nobody knows of whether it arrived has a link of its own, which is dead. */
    private void assertAccepted(Letter cutOff, Letter arrived) {
        InvitationPage invitation = new InvitationPage(chromium.page());
        assertThat(invitation.open(cutOff.link())).isEqualTo(400);
        assertThat(invitation.open(arrived.link())).isEqualTo(200);
        invitation.signIn();
        new LoginPage(invitation.page()).signIn("gina");
        invitation.accept();
        assertThat(invitation.page()).hasURL(Pattern.compile(".*/account/.*"));
    }

    /** Invites somebody, is answered whatever the mail server does, and answers with where the membership is. */
    private String invite(String address) {
        String customer = "/customers/" + realm.accounts().id("C-1");
        String id = api.post(customer + "/invitations", "{\"addresses\": [\"%s\"]}".formatted(address))
                .assertStatus(200)
                .json()
                .get(0)
                .get("membershipId")
                .asText();
        return customer + "/memberships/" + id;
    }

    /** How far the mail is, and how often it was tried. */
    private String mail(String membership) {
        JsonNode mail = api.get(membership + "/invitations").json().get(0).get("mail");
        return mail.get("state").asText() + " " + mail.get("attempts").asInt();
    }
}
