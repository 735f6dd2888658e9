package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.OpenApi;
import dev.foyer.tests.admin.OpenApi.Operation;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the document asks who calls: a new one is in this matrix by itself. */
class AdminRolesIT {
    private static final List<Integer> REFUSED = List.of(401, 403);
    private static final List<String> REALM_ROLES = List.of("view-realm", "manage-realm");

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("plain", "Piero", "Plain")
            .user("realm-manager", "Rita", "Manager")
            .user("realm-viewer", "Rosa", "Viewer")
            .user("viewer", "Vera", "Viewer")
            .user("manager", "Mara", "Manager");

    /** It is disabled in passing. */
    @RegisterExtension
    static final TestRealm passing = new TestRealm().user("realm-manager", "Rita", "Manager");

    @RegisterExtension
    static final TestRealm elsewhere = new TestRealm().user("manager", "Mara", "Manager");

    @BeforeAll
    static void appoint() {
        realm.appoint("realm-manager", "manage-realm");
        realm.appoint("realm-manager", "manage-users");
        realm.appoint("realm-viewer", "view-realm");
        passing.appoint("realm-manager", "manage-realm");
        realm.appoint("viewer", "view-customers");
        realm.appoint("manager", "manage-customers");
        elsewhere.appoint("manager", "manage-customers");
    }

    static List<Operation> operations() {
        return OpenApi.ADMIN.operations().stream()
                .filter(operation -> !REALM_ROLES.contains(operation.role()))
                .toList();
    }

    /** Whether a realm has customers at all is for those who may manage the realm. */
    static List<Operation> operationsOnTheRealm() {
        return OpenApi.ADMIN.operations().stream()
                .filter(operation -> REALM_ROLES.contains(operation.role()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAsksForItsRole(Operation operation) {
        assertThat(status(new CustomersApi(realm.api().realm(), () -> null), operation))
                .isEqualTo(401);
        assertThat(status(new CustomersApi(realm.api().realm(), () -> "nonsense"), operation))
                .isEqualTo(401);
        assertThat(status(CustomersApi.as("manager", elsewhere).at(realm.api().realm()), operation))
                .isEqualTo(403);
        assertThat(status(CustomersApi.as("plain", realm), operation)).isEqualTo(403);
        assertThat(status(CustomersApi.as("realm-manager", realm), operation)).isEqualTo(403);
        if (operation.role().equals("view-customers")) {
            assertThat(status(CustomersApi.as("viewer", realm), operation)).isNotIn(REFUSED);
        } else {
            assertThat(operation.role()).isEqualTo("manage-customers");
            assertThat(status(CustomersApi.as("viewer", realm), operation)).isEqualTo(403);
        }
        assertThat(status(CustomersApi.as("manager", realm), operation))
                .isNotIn(REFUSED)
                .isLessThan(500);
        assertThat(status(CustomersApi.of(realm), operation)).isNotIn(REFUSED).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("operationsOnTheRealm")
    void anOperationOnTheRealmAsksForARoleOfTheRealm(Operation operation) {
        assertThat(status(new CustomersApi(realm.api().realm(), () -> null), operation))
                .isEqualTo(401);
        assertThat(status(CustomersApi.as("manager", elsewhere).at(realm.api().realm()), operation))
                .isEqualTo(403);
        for (String other : List.of("plain", "viewer", "manager")) {
            assertThat(status(CustomersApi.as(other, realm), operation))
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(status(CustomersApi.as("realm-viewer", realm), operation))
                .isEqualTo(operation.role().equals("view-realm") ? 200 : 403);
        assertThat(status(CustomersApi.as("realm-manager", passing), operation))
                .isNotIn(REFUSED)
                .isLessThan(500);
    }

    @Test
    void theServedDocumentIsTheOneThatIsCheckedIn() {
        Answer served =
                CustomersApi.as("viewer", realm).get("/customers/openapi").assertStatus(200);

        assertThat(served.json().get("paths")).hasSize(OpenApi.ADMIN.paths());
    }

    @Test
    void aRealmWithoutCustomerAccountsHasNothingThere() {
        realm.set("foyer.enabled", "false");
        try {
            assertThat(operations())
                    .allSatisfy(operation -> assertThat(status(CustomersApi.of(realm), operation))
                            .isEqualTo(404));
        } finally {
            realm.set("foyer.enabled", "true");
        }
    }

    private static int status(CustomersApi api, Operation operation) {
        String path = operation.path().replaceAll("\\{[^}]+}", "unknown");
        return operation.contentType().isEmpty()
                ? api.send(operation.method(), path, null, null).status()
                // Who may not is told so whatever the body: this one is broken.
                : api.send(operation.method(), path, operation.contentType(), "{", "If-Match", "*")
                        .status();
    }
}
