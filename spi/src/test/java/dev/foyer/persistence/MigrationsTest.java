package dev.foyer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.wiring.FoyerEntityProvider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What migrations do to the rows that are there already. */
final class MigrationsTest {

    @Test
    void openInvitationsAreTheirAddressesAgain() throws Exception {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            migrate(connection, "updateCount", 5);
            statement.execute("insert into FOYER_CUSTOMER (ID, REALM_ID, NUMBER, NAME, TYPE, STATE, AGENCY,"
                    + " SECOND_FACTOR_REQUIRED, CREATED_AT, VERSION)"
                    + " values ('c', 'r', 'C-1', 'Acme', 'COMPANY', 'ACTIVE', false, false, 0, 0)");
            place(statement, "free", null);
            place(statement, "taken", "bea");
            invitation(statement, "claimed", "free", "SENT");
            invitation(statement, "placed", "taken", "SENT");
            invitation(statement, "ended", "free", "ACCEPTED");

            migrate(connection, "update", 0);

            List<String> bound = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select ID, USER_ID from FOYER_INVITATION order by ID")) {
                while (rows.next()) {
                    bound.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            assertThat(bound).containsExactly("claimed null", "ended mallory", "placed bea");
        }
    }

    private static void place(Statement statement, String id, @Nullable String userId) throws Exception {
        statement.execute("insert into FOYER_MEMBERSHIP (ID, CUSTOMER_ID, USER_ID, KIND, STATE, CREATED_AT, VERSION)"
                + " values ('%s', 'c', %s, 'GUEST', 'INVITE_SENT', 0, 0)"
                        .formatted(id, userId == null ? "null" : "'" + userId + "'"));
    }

    private static void invitation(Statement statement, String id, String membershipId, String state) throws Exception {
        statement.execute("insert into FOYER_INVITATION (ID, REALM_ID, CUSTOMER_ID, MEMBERSHIP_ID, STATE, ADDRESS,"
                + " USER_ID, INVITER_REALM_ID, INVITER_ID, INVITER_STAFF, INVITER_NAME, CREATED_AT, EXPIRES_AT, VERSION)"
                + " values ('%s', 'r', 'c', '%s', '%s', 'bea@x.example', 'mallory', 'r', 'ann', false, 'Ann', 0, 0, 0)"
                        .formatted(id, membershipId, state));
    }

    private static void migrate(Connection connection, String command, int count) throws Exception {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        CommandScope scope = new CommandScope(command)
                .addArgumentValue("database", database)
                .addArgumentValue("changelogFile", FoyerEntityProvider.CHANGELOG);
        if (count > 0) {
            scope.addArgumentValue("count", count);
        }
        scope.execute();
    }
}
