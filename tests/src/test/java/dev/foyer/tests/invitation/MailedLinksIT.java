package dev.foyer.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import dev.foyer.tests.server.Mailbox.Letter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The link in a mail names the server as it is configured, whatever the inviter's request says of it. */
class MailedLinksIT {
    private static final String FRONTEND = "https://id.shop.example";

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    /** Is known by the server's option {@code hostname}. */
    @RegisterExtension
    static final TestRealm realm = realm();

    /** Is known by an address of its own. */
    @RegisterExtension
    static final TestRealm elsewhere =
            realm().with(settings -> settings.getAttributes().put("frontendUrl", FRONTEND));

    private static TestRealm realm() {
        return new TestRealm()
                .user("mara", "Mara", "Manager")
                .user("anna", "Anna", "Rossi")
                .with(settings -> settings.setSmtpServer(mailbox.settings()))
                .customers("""
                        {"customers": [{"number": "C-1", "name": "Acme", "type": "company",
                                        "members": [{"kind": "owner", "user": "anna"}]}]}""");
    }

    @BeforeAll
    static void appoint() {
        realm.appoint("mara", "manage-customers");
        elsewhere.appoint("mara", "manage-customers");
    }

    @ParameterizedTest
    @CsvSource({
        "Host, evil.example",
        "X-Forwarded-Host, evil.example",
        "Forwarded, host=evil.example;proto=https",
    })
    void aForgedHostChangesNoLink(String header, String forged) {
        assertLinks(realm, realm.server().url("").toString(), header, forged);
        assertLinks(elsewhere, FRONTEND, header, forged);
    }

    private static void assertLinks(TestRealm realm, String address, String header, String forged) {
        String account = realm.accounts().id("C-1");
        String domain = "@%s.example".formatted(realm.name());
        String byStaff = "staff-" + header.toLowerCase(Locale.ROOT) + domain;
        String byMember = "member-" + header.toLowerCase(Locale.ROOT) + domain;
        String registered = "contact-" + header.toLowerCase(Locale.ROOT) + domain;

        new CustomersApi(realm.api().realm(), () -> token(realm, "mara"))
                .post("/customers/" + account + "/invitations", invite(byStaff), header, forged)
                .assertStatus(200);
        SelfServiceApi anna = new SelfServiceApi(realm, () -> token(realm, "anna"));
        String membership = anna.post("/accounts/" + account + "/invitations", invite(byMember), header, forged)
                .assertStatus(200)
                .each("membershipId")
                .get(0);
        anna.post("/accounts/" + account + "/members/" + membership + "/invitations/resend", "", header, forged)
                .assertStatus(200);
        anna.post(
                        "/accounts/" + account + "/members",
                        "{\"person\": {\"email\": \"%s\"}}".formatted(registered),
                        header,
                        forged)
                .assertStatus(201);

        for (String recipient : List.of(byStaff, byMember, registered)) {
            Letter letter = mailbox.await(recipient, 1).get(0);
            assertThat(letter.link())
                    .startsWith(address + "/realms/" + realm.name() + "/customer-accounts/invitation/");
            assertThat(letter.text() + letter.html()).doesNotContain("evil.example");
        }
    }

    private static String invite(String address) {
        return "{\"addresses\": [\"%s\"]}".formatted(address);
    }

    /** Nothing answers at the address by which the realm now calls itself, so no library finds its way. */
    private static String token(TestRealm realm, String username) {
        AdminApi http = new AdminApi(realm.server().url("/realms/" + realm.name()), null);
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s".formatted(username, username);
        return AdminApi.json(http.send(
                        http.post(
                                "/protocol/openid-connect/token",
                                "application/x-www-form-urlencoded",
                                BodyPublishers.ofString(form)),
                        BodyHandlers.ofString()))
                .get("access_token")
                .asText();
    }
}
