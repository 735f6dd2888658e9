package dev.foyer.persistence;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.feature.Features;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/** The database as the last judge: a constraint that a race ran into becomes the refusal that it stands for. */
public final class Constraints {

    /** What MariaDB and MySQL call every primary key, whatever name it was given. */
    private static final Pattern UNNAMED = Pattern.compile("(.*\\.)?PRIMARY");

    private static final Pattern INSERT = Pattern.compile("insert into (?:\\S+\\.)?FOYER_(\\w+)", CASE_INSENSITIVE);

    private Constraints() {}

    /**
     * Sends the pending changes to the database.
     *
     * @throws Refusal if one of Foyer's constraints is broken, {@code CONTENDED} if another transaction was faster; this one
     *     can then only be rolled back
     */
    public static void flush(EntityManager entityManager) {
        try {
            entityManager.flush();
        } catch (RuntimeException failure) {
            throw translate(failure);
        }
    }

    private static RuntimeException translate(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation && violation.getConstraintName() != null) {
                String name = nameOf(violation);
                for (Map.Entry<String, Reason> reason :
                        Features.installed().constraints().entrySet()) {
                    if (name.contains(reason.getKey())) {
                        return new Refusal(reason.getValue());
                    }
                }
            }
        }
        return Contention.isBehind(failure) ? new Refusal(PersistenceReason.CONTENDED) : failure;
    }

    private static String nameOf(ConstraintViolationException violation) {
        String name = violation.getConstraintName().toUpperCase(Locale.ROOT);
        Matcher insert = INSERT.matcher(violation.getSQL());
        return UNNAMED.matcher(name).matches() && insert.lookingAt()
                ? "FOYER_PK_" + insert.group(1).toUpperCase(Locale.ROOT)
                : name;
    }
}
