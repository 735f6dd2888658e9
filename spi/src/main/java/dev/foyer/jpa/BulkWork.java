package dev.foyer.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.keycloak.connections.jpa.util.JpaUtils;

/**
 * A transaction that writes or removes more rows than the database expects.
 *
 * <p>PostgreSQL plans by what it last counted. A table that was counted while it was empty is read whole, or through an index of
 * another column, for each row of such work and of its foreign keys. Autovacuum counts anew only afterwards: what is not
 * committed it does not see.
 */
public final class BulkWork {
    private static final List<String> TABLES = List.of(
            "FOYER_CUSTOMER",
            "FOYER_CONTACT_TYPE",
            "FOYER_MEMBERSHIP",
            "FOYER_MEMBERSHIP_PERMISSION",
            "FOYER_MEMBERSHIP_CONTACT_TYPE",
            "FOYER_SEARCH_TERM",
            "FOYER_INVITATION",
            "FOYER_MAIL");

    private final EntityManager entityManager;
    private long counted;

    private BulkWork(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** To be called in the transaction, before such work. */
    public static BulkWork begin(EntityManager entityManager) {
        BulkWork work = new BulkWork(entityManager);
        work.count();
        return work;
    }

    /** To be called now and then while rows are written, with how many there are by now. */
    public void written(long rows) {
        if (rows >= 2 * counted) {
            counted = rows;
            count();
        }
    }

    private void count() {
        entityManager.unwrap(Session.class).doWork(this::count);
    }

    private void count(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            String tables = TABLES.stream()
                    .map(table -> JpaUtils.getTableNameForNativeQuery(table, entityManager))
                    .collect(Collectors.joining(", "));
            try (Statement statement = connection.createStatement()) {
                // Counted tables stay locked against another count: of two such works the second does not wait, it goes
                // on.
                statement.execute("analyze (skip_locked) " + tables);
                statement.execute("discard plans");
            }
        }
    }
}
