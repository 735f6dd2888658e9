package dev.foyer.tests.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.UserRepresentation;

/** Admins register people in customers, with or without a user account, and never behind a user's back. */
class ContactsIT {
    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("manager", "Mara", "Manager")
            .with(settings -> settings.setSmtpServer(mailbox.settings()))
            .customers("{\"customers\": [{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\"}]}");

    private CustomersApi api;
    private String memberships;

    @BeforeAll
    static void appoint() {
        realm.appoint("manager", "manage-customers");
    }

    @BeforeEach
    void open() {
        api = CustomersApi.of(realm);
        memberships = "/customers/" + realm.accounts().id("C-1") + "/memberships";
    }

    @Test
    void aPersonWithoutAUserStaysPending() {
        Answer registered = api.post(memberships, """
                        {"person": {"firstName": "Bea", "email": "Bea@acme.it", "phone": "+39 02 1"},
                         "permissions": ["billing"], "contactTypes": ["Customer"]}""").assertStatus(201);

        Answer read = api.get(memberships + "/" + registered.id()).assertStatus(200);
        assertThat(read.etag()).isEqualTo(registered.etag());
        JsonNode bea = read.json();
        assertThat(bea.get("kind").asText()).isEqualTo("contact");
        assertThat(bea.get("state").asText()).isEqualTo("pending");
        assertThat(bea.at("/person/email").asText()).isEqualTo("bea@acme.it");
        assertThat(bea.has("userId")).isFalse();
        assertThat(realm.admin().users().searchByEmail("bea@acme.it", true)).isEmpty();
        api.post(memberships, "{\"person\": {\"email\": \"bea@acme.it\"}}").assertProblem(409, "membership-exists");
        api.post(memberships, "{\"person\": {\"firstName\": \"Bruno\"}, \"contactTypes\": [\"Customer\"]}")
                .assertProblem(409, "contact-type-holds-one");
        api.post(memberships, "{}").assertProblem(400, "membership-needs-person");
    }

    @Test
    void anAddressOfAUserBecomesAnInvitationAndTheAnswerDoesNotTell() {
        CustomersApi manager = CustomersApi.as("manager", realm);

        Answer known = manager.post(memberships, "{\"person\": {\"email\": \"ANNA@example.com\"}}");
        Answer unknown = manager.post(memberships, "{\"person\": {\"email\": \"nobody@example.com\"}}");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(201);
        assertThat(known.text()).isEqualTo(unknown.text()).isEmpty();
        assertThat(known.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
        JsonNode anna = api.get(memberships + "/" + known.id()).json();
        assertThat(anna.get("kind").asText()).isEqualTo("guest");
        assertThat(anna.get("state").asText()).isEqualTo("invite_sent");
        assertThat(anna.has("userId")).isFalse();
        assertThat(mailbox.await("anna@example.com", 1).get(0).subject())
                .isEqualTo("Mara Manager invites you to the account Acme");
    }

    @Test
    void aUserIsCreatedByWhoMayCreateUsers() {
        String body =
                "{\"person\": {\"email\": \"%s\", \"firstName\": \"Carla\", \"lastName\": \"Neri\"}, \"createUser\": true}";
        CustomersApi manager = CustomersApi.as("manager", realm);

        manager.post(memberships, body.formatted("carla@acme.it")).assertProblem(403, "forbidden");
        manager.post(memberships, body.formatted("anna@example.com")).assertProblem(403, "forbidden");
        api.post(memberships, "{\"person\": {\"firstName\": \"Carla\"}, \"createUser\": true}")
                .assertProblem(400, "value-missing");

        Answer registered =
                api.post(memberships, body.formatted("carla@acme.it")).assertStatus(201);
        JsonNode carla = api.get(memberships + "/" + registered.id()).json();
        assertThat(carla.get("state").asText()).isEqualTo("active");
        assertThat(carla.get("username").asText()).isEqualTo("carla@acme.it");
        UserRepresentation user =
                realm.admin().users().searchByEmail("carla@acme.it", true).get(0);
        assertThat(user.getRequiredActions()).containsExactlyInAnyOrder("UPDATE_PASSWORD", "VERIFY_EMAIL");
        assertThat(user.isEnabled()).isTrue();
        List<String> mails = mailbox.to("carla@acme.it");
        assertThat(mails).singleElement().asString().contains("/login-actions/action-token");
        api.post(memberships, body.formatted("bad@@acme")).assertProblem(400, "email-invalid");
    }

    @Test
    void whoseAddressIsNoUserNameSignsInByAnother() {
        for (String address : List.of("s.o'brien@acme.it", "s.o&brien@acme.it", "research&development@acme.it")) {
            Answer registered = api.post(
                            memberships,
                            "{\"person\": {\"email\": \"%s\", \"firstName\": \"Pia\", \"lastName\": \"O'Brien\"}, \"createUser\": true}"
                                    .formatted(address))
                    .assertStatus(201);

            JsonNode member = api.get(memberships + "/" + registered.id()).json();
            assertThat(member.at("/person/email").asText()).isEqualTo(address);
            assertThat(realm.admin().users().searchByEmail(address, true))
                    .singleElement()
                    .satisfies(user -> assertThat(user.getUsername())
                            .isEqualTo(member.get("username").asText()));
        }
    }

    @Test
    void whenTheMailCanNotBeSentNothingWasDone() {
        // Nobody listens there.
        realm.configure(settings ->
                settings.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "shop@example.com")));
        api.post(
                        memberships,
                        "{\"person\": {\"email\": \"dora@acme.it\", \"firstName\": \"Dora\", \"lastName\": \"Blu\"}, \"createUser\": true}",
                        "Idempotency-Key",
                        "\"dora\"")
                .assertProblem(502, "email-not-sent");

        realm.configure(settings -> settings.setSmtpServer(mailbox.settings()));
        assertThat(realm.admin().users().searchByEmail("dora@acme.it", true)).isEmpty();
        assertThat(api.get(memberships + "?search=dora").json()).isEmpty();
    }
}
