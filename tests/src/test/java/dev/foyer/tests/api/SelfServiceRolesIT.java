package dev.foyer.tests.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.tests.admin.OpenApi;
import dev.foyer.tests.admin.OpenApi.Operation;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.RoleRepresentation;

/** Every operation of the self-service API asks who calls, and what they are in the account that it is about. */
class SelfServiceRolesIT {

    /** What it takes to be let in. */
    private enum Least {
        ANYBODY,
        MEMBER,
        MANAGER,
        OWNER
    }

    /**
     * What an operation asks for.
     *
     * @param body one with which nothing changes
     * @param status what whoever is let in is answered
     */
    private record Rule(Least least, String body, int status) {}

    private static final String NO_ADDRESS = "{\"addresses\": [\"nowhere\"]}";

    /** An operation that is not here fails. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("get-openapi", new Rule(Least.ANYBODY, "", 200)),
            Map.entry("get-accounts", new Rule(Least.ANYBODY, "", 200)),
            Map.entry("get-accounts-accountId", new Rule(Least.MEMBER, "", 200)),
            Map.entry("patch-accounts-accountId", new Rule(Least.OWNER, "{\"name\": \"Acme\"}", 412)),
            Map.entry("delete-accounts-accountId-membership", new Rule(Least.MEMBER, "", 204)),
            Map.entry("get-accounts-accountId-contact-types", new Rule(Least.MEMBER, "", 200)),
            Map.entry(
                    "post-accounts-accountId-contact-types", new Rule(Least.MANAGER, "{\"name\": \"Customer\"}", 409)),
            Map.entry("delete-accounts-accountId-contact-types-typeId", new Rule(Least.MANAGER, "", 409)),
            Map.entry("get-accounts-accountId-members", new Rule(Least.MANAGER, "", 200)),
            Map.entry("post-accounts-accountId-members", new Rule(Least.MANAGER, "{}", 400)),
            Map.entry("get-accounts-accountId-members-membershipId", new Rule(Least.MANAGER, "", 200)),
            Map.entry("patch-accounts-accountId-members-membershipId", new Rule(Least.MANAGER, "{}", 412)),
            Map.entry("delete-accounts-accountId-members-membershipId", new Rule(Least.MANAGER, "", 412)),
            Map.entry("post-accounts-accountId-invitations", new Rule(Least.MANAGER, NO_ADDRESS, 200)),
            Map.entry("get-accounts-accountId-members-membershipId-invitations", new Rule(Least.MANAGER, "", 200)),
            // Who is a member already can be neither invited nor turned away.
            Map.entry(
                    "post-accounts-accountId-members-membershipId-invitations-resend", new Rule(Least.OWNER, "", 409)),
            Map.entry(
                    "post-accounts-accountId-members-membershipId-invitations-revoke",
                    new Rule(Least.MANAGER, "", 409)),
            Map.entry("get-invitations", new Rule(Least.ANYBODY, "", 200)),
            Map.entry("post-invitations-invitationId-accept", new Rule(Least.ANYBODY, "", 404)),
            Map.entry("post-invitations-invitationId-reject", new Rule(Least.ANYBODY, "", 404)),
            Map.entry("post-accounts-accountId-members-membershipId-suspend", new Rule(Least.MANAGER, "", 412)),
            Map.entry("post-accounts-accountId-members-membershipId-resume", new Rule(Least.MANAGER, "", 412)));

    private static final String MEMBERS = """
            [{"kind": "owner", "user": "anna"}, {"kind": "owner", "user": "viewer"},
             {"kind": "contact", "user": "carlo", "permissions": ["contacts"]},
             {"kind": "contact", "user": "bruno", "permissions": ["billing"]}]""";

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Owner")
            .user("carlo", "Carlo", "Manager")
            .user("bruno", "Bruno", "Member")
            .user("stranger", "Sara", "Stranger")
            .user("viewer", "Vera", "Viewer")
            .user("nobody", "Nora", "Nobody")
            .user("outsider", "Otto", "Outsider")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company", "members": %1$s},
                      {"number": "C-2", "name": "Beta", "type": "company", "members": %1$s}]}""".formatted(MEMBERS));

    @RegisterExtension
    static final TestRealm elsewhere = new TestRealm().user("anna", "Anna", "Owner");

    @BeforeAll
    static void takeRoles() {
        limit("viewer", "view-profile");
        limit("nobody", "view-applications");
        limit("outsider");
    }

    static List<Operation> operations() {
        return OpenApi.SELF_SERVICE.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAsksWhoCalls(Operation operation) {
        assertThat(status(new SelfServiceApi(realm, () -> null), operation)).isEqualTo(401);
        assertThat(status(new SelfServiceApi(realm, () -> "nonsense"), operation))
                .isEqualTo(401);
        assertThat(status(
                        new SelfServiceApi(realm, () -> elsewhere.apiAs("anna").token()), operation))
                .isEqualTo(401);
        // A token without any role for the account console is not for it at all.
        assertThat(status(SelfServiceApi.as("outsider", realm), operation)).isEqualTo(401);
        assertThat(status(SelfServiceApi.as("nobody", realm), operation)).isEqualTo(403);
        boolean reads = operation.role().equals("view-profile");
        assertThat(status(SelfServiceApi.as("viewer", realm), operation))
                .isEqualTo(reads ? rule(operation).status : 403);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAsksWhatTheCallerIsInTheAccount(Operation operation) {
        Rule rule = rule(operation);

        assertThat(status(SelfServiceApi.as("stranger", realm), operation))
                .isEqualTo(rule.least == Least.ANYBODY ? rule.status : 404);
        assertThat(status(SelfServiceApi.as("bruno", realm), operation))
                .isEqualTo(rule.least.compareTo(Least.MEMBER) <= 0 ? rule.status : 403);
        assertThat(status(SelfServiceApi.as("carlo", realm), operation))
                .isEqualTo(rule.least.compareTo(Least.MANAGER) <= 0 ? rule.status : 403);
        assertThat(status(SelfServiceApi.as("anna", realm), operation)).isEqualTo(rule.status);
    }

    @Test
    void theServedDocumentIsTheOneThatIsCheckedIn() {
        JsonNode served = SelfServiceApi.as("stranger", realm)
                .get("/openapi")
                .assertStatus(200)
                .json();

        assertThat(served.get("paths")).hasSize(OpenApi.SELF_SERVICE.paths());
    }

    @Test
    void aRealmWithoutCustomerAccountsHasNothingThere() {
        realm.set("foyer.enabled", "false");
        try {
            assertThat(operations())
                    .allSatisfy(operation -> assertThat(status(SelfServiceApi.as("anna", realm), operation))
                            .isEqualTo(404));
        } finally {
            realm.set("foyer.enabled", "true");
        }
    }

    private static Rule rule(Operation operation) {
        String id = operation.description().get("operationId").asText();
        return requireNonNull(RULES.get(id), "Say who may do this: " + id);
    }

    /** Leaving can not be tried: it has an account of its own. */
    private static int status(SelfServiceApi api, Operation operation) {
        String acme = realm.accounts().id("C-1");
        String account =
                operation.path().endsWith("/membership") ? realm.accounts().id("C-2") : acme;
        String path = operation
                .path()
                .replace("{accountId}", account)
                .replace("{membershipId}", realm.accounts().membership(acme, realm.userId("bruno")))
                .replace("{invitationId}", "unknown")
                .replace("{typeId}", realm.accounts().permanentType(acme));
        String body = rule(operation).body;
        return body.isEmpty()
                ? api.send(operation.method(), path, null, null, "If-Match", "\"old\"")
                        .status()
                : api.send(operation.method(), path, operation.contentType(), body, "If-Match", "\"old\"")
                        .status();
    }

    /** Leaves a person these roles of the account console and no other. */
    private static void limit(String username, String... roles) {
        var person = realm.person(username).roles();
        person.realmLevel().remove(person.realmLevel().listAll());
        String console = realm.clientId("account");
        List<RoleRepresentation> left = List.of(roles).stream()
                .map(role ->
                        realm.admin().clients().get(console).roles().get(role).toRepresentation())
                .toList();
        person.clientLevel(console).add(left);
    }
}
