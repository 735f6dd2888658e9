package dev.foyer.tests.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.server.KeycloakServer;
import dev.foyer.tests.server.Mailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The link in a mail leads through the sign-in to the end, whatever the realm is called, and was called when it was enabled. */
class NamesOfRealmsIT {

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final KeycloakServer server = KeycloakServer.shared();
    private final Keycloak admin = server.admin();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private @Nullable String name;

    @AfterEach
    void remove() {
        if (name != null) {
            admin.realm(name).remove();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Il mio negozio", "Café-Mühle"})
    void aNameCanHaveLettersThatAreWrittenOtherwiseInAddresses(String start) {
        create(start + " " + unique);

        assertAccepted(invite());
    }

    @Test
    void aRealmThatIsRenamedTakesItsAddressesAlong() {
        create("shop-" + unique);
        String customer = customer();

        rename("negozio " + unique);

        assertThat(accounts().get("missing")).isEmpty();
        assertAccepted(invite(customer));
    }

    /** As a realm was left that was renamed before its client followed. */
    @Test
    void enablingAgainMendsAnAddressOfLongAgo() {
        create("old-" + unique);
        ClientRepresentation client = client();
        client.setRedirectUris(List.of("/realms/older/customer-accounts/invitation/return", "https://shop.example/*"));
        admin.realm(name).clients().get(client.getId()).update(client);
        assertThat(accounts().get("missing").toString()).isEqualTo("[\"client-customer-accounts-address\"]");

        api().put("/customer-accounts", "").assertStatus(200);

        assertThat(accounts().get("missing")).isEmpty();
        assertThat(client().getRedirectUris())
                .containsExactlyInAnyOrder(
                        "/realms/" + name + "/customer-accounts/invitation/return", "https://shop.example/*");
        assertAccepted(invite());
    }

    private void create(String newName) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(newName);
        realm.setEnabled(true);
        realm.setSmtpServer(mailbox.settings());
        realm.setAttributes(Map.of("foyer.enabled", "true"));
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("gina");
        UserRepresentation gina = new UserRepresentation();
        gina.setUsername("gina");
        gina.setFirstName("Gina");
        gina.setLastName("Moretti");
        gina.setEmail(address());
        gina.setEmailVerified(true);
        gina.setEnabled(true);
        gina.setCredentials(List.of(password));
        realm.setUsers(List.of(gina));
        admin.realms().create(realm);
        name = newName;
    }

    private void rename(String newName) {
        RealmRepresentation realm = admin.realm(name).toRepresentation();
        realm.setRealm(newName);
        admin.realm(name).update(realm);
        name = newName;
    }

    private String invite() {
        return invite(customer());
    }

    private String customer() {
        return api().post("/customers", "{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\"}")
                .assertStatus(201)
                .id();
    }

    /** Invites Gina and answers with where her membership is. */
    private String invite(String customer) {
        String membership = api().post(
                        "/customers/" + customer + "/invitations", "{\"addresses\": [\"%s\"]}".formatted(address()))
                .assertStatus(200)
                .json()
                .get(0)
                .get("membershipId")
                .asText();
        return "/customers/" + customer + "/memberships/" + membership;
    }

    private void assertAccepted(String membership) {
        InvitationPage invitation = new InvitationPage(chromium.page());
        assertThat(invitation.open(mailbox.await(address(), 1).get(0).link())).isEqualTo(200);
        invitation.signIn();
        new LoginPage(invitation.page()).signIn("gina");
        invitation.accept();
        assertThat(invitation.page()).hasURL(Pattern.compile(".*/account/.*"));
        assertThat(api().get(membership).json().get("state").asText()).isEqualTo("active");
    }

    private String address() {
        return "gina-" + unique + "@example.com";
    }

    private JsonNode accounts() {
        return api().get("/customer-accounts").assertStatus(200).json();
    }

    private ClientRepresentation client() {
        return admin.realm(name).clients().findByClientId("customer-accounts").get(0);
    }

    private CustomersApi api() {
        String encoded =
                URLEncoder.encode(String.valueOf(name), StandardCharsets.UTF_8).replace("+", "%20");
        return new CustomersApi(
                server.url("/admin/realms/" + encoded),
                () -> admin.tokenManager().getAccessTokenString());
    }
}
