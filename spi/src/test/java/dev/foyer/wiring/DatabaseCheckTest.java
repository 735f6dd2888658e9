package dev.foyer.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foyer.persistence.Database;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server says of its database when it starts, on every database. */
@ParameterizedClass
@EnumSource
record DatabaseCheckTest(Database database) {

    @Test
    void itStartsWhereATransactionSeesWhatOthersCommitted() {
        database.run(em -> em.doWork(DatabaseCheck::check));
    }

    @Test
    void itDoesNotWhereATransactionSeesItsBeginningOnly() {
        database.run(em -> em.doWork(connection -> {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

            assertThatThrownBy(() -> DatabaseCheck.check(connection))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("read committed");
        }));
    }
}
