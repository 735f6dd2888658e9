package dev.foyer.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;

/** A transaction that writes or removes more rows than the database expects. */
public final class BulkWork {

    private BulkWork() {}

    /**
     * Makes the database plan anew for tables as large as they are now: to be called before such work, and again as it grows.
     *
     * <p>PostgreSQL would go on with the plans that this connection made when the tables were small, those of its foreign keys
     * included, and read whole tables for each row.
     */
    public static void planAnew(EntityManager entityManager) {
        entityManager.unwrap(Session.class).doWork(BulkWork::discardPlans);
    }

    private static void discardPlans(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("discard plans");
            }
        }
    }
}
