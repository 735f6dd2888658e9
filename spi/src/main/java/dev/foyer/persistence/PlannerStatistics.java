package dev.foyer.persistence;

import dev.foyer.feature.Features;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.keycloak.connections.jpa.util.JpaUtils;

/**
 * The planner's statistics, counted anew in a transaction that writes or removes more rows than the database expects.
 *
 * <p>PostgreSQL plans by what it last counted. A table that was counted while it was empty is read whole, or through an index of
 * another column, for each row of such work and of its foreign keys. Autovacuum counts anew only afterwards: what is not
 * committed it does not see. MariaDB counts by itself while rows are written, and its own command would end the transaction.
 */
public final class PlannerStatistics {
    private final EntityManager entityManager;
    private long counted;

    private PlannerStatistics(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** To be called in the transaction, before such work. */
    public static PlannerStatistics begin(EntityManager entityManager) {
        PlannerStatistics statistics = new PlannerStatistics(entityManager);
        statistics.count();
        return statistics;
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
            String tables = Features.installed().tables().stream()
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
