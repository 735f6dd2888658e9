package dev.foyer.persistence;

import java.sql.SQLException;
import org.hibernate.PessimisticLockException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.SnapshotIsolationException;
import org.hibernate.exception.TransactionSerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the database ended in favour of another one: a deadlock, a lock that did not come in time, a row that
 * was read before another changed it. It has changed nothing, and succeeds when it is tried again.
 */
public final class Contention {

    /** SQL's class "transaction rollback": serialization failures and deadlocks, in every database. */
    private static final String ROLLED_BACK = "40";

    private Contention() {}

    /** Whether a failure comes from it. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PessimisticLockException
                    || cause instanceof SnapshotIsolationException
                    || cause instanceof TransactionSerializationException
                    || cause instanceof StaleStateException
                    || (cause instanceof SQLException error && isRolledBack(error.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRolledBack(@Nullable String state) {
        return state != null && state.startsWith(ROLLED_BACK);
    }
}
