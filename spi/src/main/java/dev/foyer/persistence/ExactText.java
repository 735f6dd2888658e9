package dev.foyer.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * The step of a migration that makes MariaDB and MySQL compare the text in all of Foyer's tables as the other databases do: by code
 * points, to the last space, with room for every character. By themselves they take é for e, c-1 for C-1 and trailing spaces
 * for nothing, and leave no room for an emoji. On other databases it does nothing.
 */
public final class ExactText implements CustomSqlChange {

    private static final String OURS = "table_schema = database() and upper(left(table_name, 6)) = 'FOYER_'";

    /** No column changes while a foreign key holds it: its other end would compare text differently. */
    private static final String WITHOUT_FOREIGN_KEYS = """
            select concat('alter table ', table_name, ' drop foreign key ', constraint_name)
            from information_schema.table_constraints where constraint_type = 'FOREIGN KEY' and %s""".formatted(OURS);

    private static final String CONVERTED = """
            select distinct concat('alter table ', table_name, ' convert to character set utf8mb4 collate %2$s')
            from information_schema.columns where collation_name <> '%2$s' and %1$s""";

    private static final String WITH_FOREIGN_KEYS = """
            select concat('alter table ', c.table_name, ' add constraint ', c.constraint_name,
              ' foreign key (', group_concat(c.column_name order by c.ordinal_position),
              ') references ', c.referenced_table_name,
              ' (', group_concat(c.referenced_column_name order by c.ordinal_position),
              ') on delete ', r.delete_rule)
            from (select * from information_schema.key_column_usage where referenced_table_name is not null and %s) c
            join information_schema.referential_constraints r
              on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name
              and r.table_name = c.table_name
            group by c.table_name, c.constraint_name, c.referenced_table_name, r.delete_rule""".formatted(OURS);

    @Override
    public SqlStatement[] generateStatements(Database database) throws CustomChangeException {
        if (!(database instanceof MySQLDatabase)) {
            return new SqlStatement[0];
        }
        // The collations without padding have different names.
        String collation = database instanceof MariaDBDatabase ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try {
            List<String> conversions = texts(connection, CONVERTED.formatted(OURS, collation));
            if (conversions.isEmpty()) {
                return new SqlStatement[0];
            }
            return Stream.of(texts(connection, WITHOUT_FOREIGN_KEYS), conversions, texts(connection, WITH_FOREIGN_KEYS))
                    .flatMap(List::stream)
                    .map(RawParameterizedSqlStatement::new)
                    .toArray(SqlStatement[]::new);
        } catch (SQLException e) {
            throw new CustomChangeException(e);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    @Override
    public String getConfirmationMessage() {
        return "Foyer's tables compare text by code points";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
