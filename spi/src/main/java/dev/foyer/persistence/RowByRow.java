package dev.foyer.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Work that the clock does on many rows, in transactions of its own: a row that can not be dealt with is logged and passed by,
 * and keeps no other from its turn.
 */
public final class RowByRow {
    private static final Logger LOG = Logger.getLogger(RowByRow.class);
    private static final int PAGE = 100;

    private RowByRow() {}

    /** Does the work for each row in a transaction of its own. */
    public static <T> void each(KeycloakSessionFactory sessions, Rows<T> rows, BiConsumer<KeycloakSession, T> work) {
        pages(
                sessions,
                rows,
                page -> page.forEach(row -> attempt(sessions, session -> work.accept(session, row), row)));
    }

    /** Does the work for a hundred rows in one transaction; if that fails, for each of them alone. */
    public static <T> void inBatches(
            KeycloakSessionFactory sessions, Rows<T> rows, BiConsumer<KeycloakSession, List<T>> work) {
        pages(sessions, rows, page -> batch(sessions, page, work));
    }

    /** Does the work for these rows in one transaction; if that fails, for each of them alone. */
    public static <T> void batch(
            KeycloakSessionFactory sessions, List<T> rows, BiConsumer<KeycloakSession, List<T>> work) {
        if (!rows.isEmpty() && !attempt(sessions, session -> work.accept(session, rows), rows.size() + " at once")) {
            rows.forEach(row -> attempt(sessions, session -> work.accept(session, List.of(row)), row));
        }
    }

    private static <T> void pages(KeycloakSessionFactory sessions, Rows<T> rows, Consumer<List<T>> work) {
        T last = null;
        List<T> page;
        do {
            page = page(sessions, rows, last);
            work.accept(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private static <T> List<T> page(KeycloakSessionFactory sessions, Rows<T> rows, @Nullable T after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> rows.after(EntityManagers.of(session), after, PAGE));
    }

    private static boolean attempt(KeycloakSessionFactory sessions, Consumer<KeycloakSession> work, Object row) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, work::accept);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("%s could not be dealt with and is passed by; it is tried again: %s", row, e);
            LOG.debug("Why", e);
            return false;
        }
    }

    /** The rows that there is work for. */
    public interface Rows<T> {

        /**
         * The next ones in an order of their own, read without what might not be readable.
         *
         * @param last the row after which they come; null for the first
         */
        List<T> after(EntityManager entityManager, @Nullable T last, int limit);
    }
}
