package dev.foyer.tests.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.admin.Answer;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that the database ends in favour of another transaction, since the two wait for each other. */
class ContentionIT {

    /** PostgreSQL ends whoever looks first, after a second: on a busy machine that is not always the request. */
    private static final int ATTEMPTS = 10;

    private static final String ANNA = "{\"person\": {\"firstName\": \"Anna\", \"lastName\": \"Rossi\"}}";

    @RegisterExtension
    static final TestRealm realm = new TestRealm();

    @Test
    void itIsToldToComeAgainAndHasChangedNothing() throws Exception {
        CustomersApi api = CustomersApi.of(realm);
        api.post("/customers/permissions", "{\"key\": \"print-approval\"}").assertStatus(201);
        String customer = api.post("/customers", "{\"name\": \"Beta\", \"type\": \"company\"}")
                .id();
        String members = "/customers/" + customer + "/memberships";

        Answer answer = whileItsLocksAreWanted(customer, () -> api.post(members, ANNA));
        for (int i = 1; i < ATTEMPTS && answer.status() == 201; i++) {
            answer = whileItsLocksAreWanted(customer, () -> api.post(members, ANNA));
        }

        int before = api.get(members).json().size();
        assertThat(answer.assertProblem(409, "contended").header("Retry-After")).isEqualTo("1");
        api.post(members, ANNA).assertStatus(201);
        assertThat(api.get(members).json()).hasSize(before + 1);
    }

    /** The request locks the permissions of the realm, then waits for the customer, whose lock is held for the permissions. */
    private static Answer whileItsLocksAreWanted(String customer, Supplier<Answer> request) throws SQLException {
        try (Connection rival = realm.server().database().connect();
                Connection observer = realm.server().database().connect()) {
            rival.setAutoCommit(false);
            execute(rival, "set deadlock_timeout = '20s'");
            execute(rival, "select 1 from foyer_customer where id = ? for update", customer);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(request);
            awaitWaiting(observer);
            try {
                execute(rival, "update foyer_permission set permission = permission");
            } finally {
                rival.rollback();
            }
            return answer.join();
        }
    }

    private static void awaitWaiting(Connection observer) throws SQLException {
        try (PreparedStatement waiting = observer.prepareStatement(
                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%foyer_customer%'")) {
            while (true) {
                try (var found = waiting.executeQuery()) {
                    if (found.next()) {
                        return;
                    }
                }
            }
        }
    }

    private static void execute(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
