package dev.foyer.wiring;

import dev.foyer.persistence.EntityManagers;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Looks at the database once, when the server starts. Who locks a customer has to see next what others did while it waited: that
 * is the isolation level "read committed" of SQL. Above it, the last two owners of an account could go at once.
 */
final class DatabaseCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

    /** By the names that their drivers give them. */
    private static final Set<String> TESTED = Set.of("H2", "PostgreSQL", "MariaDB");

    private DatabaseCheck() {}

    /** @throws IllegalStateException if its transactions are isolated in another way */
    static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(),
                    session -> EntityManagers.of(session).unwrap(Session.class).doWork(DatabaseCheck::check));
        }
    }

    static void check(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name = database.getDatabaseProductName();
        if (!TESTED.contains(name)) {
            LOG.warnf(
                    "Customer accounts were never tried on %s %s: they are tested on H2, PostgreSQL and MariaDB",
                    name, database.getDatabaseProductVersion());
        }
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException(
                    "Customer accounts need transactions that are isolated as \"read committed\" on " + name
                            + ": on MariaDB, start the server with --db-url-properties=?transactionIsolation=READ-COMMITTED");
        }
    }
}
