package dev.foyer.invitation.jpa;

import java.util.stream.IntStream;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertStatement;

/** Fills FOYER_SENDING_LOCK, in whichever schema it is: a part of the migration that makes it. */
public final class SendingLocks implements CustomSqlChange {

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return IntStream.range(0, SendingLockEntity.LOCKS)
                .mapToObj(id -> new InsertStatement(
                                database.getDefaultCatalogName(), database.getDefaultSchemaName(), "FOYER_SENDING_LOCK")
                        .addColumnValue("ID", id))
                .toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return "The locks are there";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor accessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
