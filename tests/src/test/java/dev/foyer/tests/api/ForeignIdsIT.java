package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.Api;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.OpenApi;
import dev.foyer.tests.admin.OpenApi.Operation;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to another customer or realm is absent: every operation answers as for an id that nothing has. */
class ForeignIdsIT {

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Owner")
            .user("mara", "Mara", "Manager")
            .user("berta", "Berta", "Owner")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company",
                       "members": [{"kind": "owner", "user": "anna"}]},
                      {"number": "C-2", "name": "Beta", "type": "company", "contactTypes": ["Sales"],
                       "members": [{"kind": "owner", "user": "berta"}]}]}""");

    @RegisterExtension
    static final TestRealm elsewhere = new TestRealm()
            .user("carla", "Carla", "Owner")
            .user("gina", "Gina", "Guest")
            .customers("""
                    {"customers": [{"number": "C-3", "name": "Gamma", "type": "company", "contactTypes": ["Sales"],
                                    "members": [{"kind": "owner", "user": "carla"}]}]}""");

    /** Bodies with which an operation does what it is for, where it is let. */
    private static final Map<String, String> BODIES = Map.of(
            "contact-types", "{\"name\": \"Press\"}",
            "{typeId}", "{\"name\": \"Press\"}",
            "memberships", "{\"person\": {\"email\": \"new@beta.example\"}}",
            "members", "{\"person\": {\"email\": \"new@beta.example\"}}",
            "invitations", "{\"addresses\": [\"new@beta.example\"]}",
            "{membershipId}", "{\"permissions\": []}",
            "{accountId}", "{\"name\": \"Taken over\"}",
            "{id}", "{\"name\": \"Taken over\"}");

    /**
     * What a request says it is about.
     *
     * @param customer for {@code id} and {@code accountId}
     */
    private record Ids(String customer, String membership, String type, String invitation, String user) {

        String in(String path) {
            return path.replaceAll("\\{(id|accountId)}", customer)
                    .replace("{membershipId}", membership)
                    .replace("{typeId}", type)
                    .replace("{invitationId}", invitation)
                    .replace("{userId}", user);
        }

        Ids of(String otherCustomer) {
            return new Ids(otherCustomer, membership, type, invitation, user);
        }
    }

    private static Ids ofOtherCustomer;
    private static Ids ofOtherRealm;
    private static String acme;

    @BeforeAll
    static void invite() {
        realm.appoint("mara", "manage-customers");
        acme = realm.accounts().id("C-1");
        ofOtherCustomer = ids(realm, "C-2", "berta");
        ofOtherRealm = ids(elsewhere, "C-3", "carla");
    }

    /** With an open invitation of the customer, to nobody who calls here. */
    private static Ids ids(TestRealm home, String number, String owner) {
        Accounts accounts = home.accounts();
        String customer = accounts.id(number);
        CustomersApi.of(home)
                .post("/customers/" + customer + "/invitations", "{\"addresses\": [\"gina@example.com\"]}")
                .assertStatus(200);
        return new Ids(
                customer,
                accounts.membership(customer, home.userId(owner)),
                home.server()
                        .database()
                        .column("select id from foyer_contact_type where customer_id = ? and name = 'Sales'", customer)
                        .get(0),
                home.server()
                        .database()
                        .column("select id from foyer_invitation where customer_id = ?", customer)
                        .get(0),
                home.userId(owner));
    }

    static Stream<Operation> administration() {
        return OpenApi.ADMIN.operations().stream().filter(ForeignIdsIT::namesARow);
    }

    static Stream<Operation> selfService() {
        return OpenApi.SELF_SERVICE.operations().stream().filter(ForeignIdsIT::namesARow);
    }

    @ParameterizedTest
    @MethodSource("administration")
    void staffReachNothingOfAnotherRealmOrByAnotherCustomersPath(Operation operation) {
        CustomersApi mara = CustomersApi.as("mara", realm);

        assertAbsent(mara, operation, ofOtherRealm);
        if (namesAPart(operation)) {
            assertAbsent(mara, operation, ofOtherRealm.of(acme));
            assertAbsent(mara, operation, ofOtherCustomer.of(acme));
        }
    }

    @ParameterizedTest
    @MethodSource("selfService")
    void membersReachNothingOfAnotherCustomerOrRealm(Operation operation) {
        SelfServiceApi anna = SelfServiceApi.as("anna", realm);

        assertAbsent(anna, operation, ofOtherRealm);
        assertAbsent(anna, operation, ofOtherCustomer);
        if (namesAPart(operation)) {
            assertAbsent(anna, operation, ofOtherRealm.of(acme));
            assertAbsent(anna, operation, ofOtherCustomer.of(acme));
        }
    }

    private static void assertAbsent(Api api, Operation operation, Ids foreign) {
        String nothing = UUID.randomUUID().toString();
        boolean own = foreign.customer.equals(acme);
        Ids unknown = new Ids(own ? acme : nothing, nothing, nothing, nothing, nothing);

        Answer answer = call(api, operation, foreign);

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo(call(api, operation, unknown).text());
    }

    private static Answer call(Api api, Operation operation, Ids ids) {
        String last = operation.path().replaceAll(".*/", "");
        String confirmation = operation.method().equals("DELETE") && last.equals("{id}") ? "?number=C-3" : "";
        return operation.contentType().isEmpty()
                ? api.send(operation.method(), ids.in(operation.path()) + confirmation, null, null, "If-Match", "*")
                : api.send(
                        operation.method(),
                        ids.in(operation.path()),
                        operation.contentType(),
                        BODIES.getOrDefault(last, "{}"),
                        "If-Match",
                        "*");
    }

    private static boolean namesARow(Operation operation) {
        return operation.path().contains("{") && !operation.path().contains("{key}");
    }

    private static boolean namesAPart(Operation operation) {
        return List.of("{membershipId}", "{typeId}").stream().anyMatch(operation.path()::contains);
    }
}
