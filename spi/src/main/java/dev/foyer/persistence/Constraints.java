package dev.foyer.persistence;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.feature.Features;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** The database as the last judge: a constraint that a race ran into becomes the refusal that it stands for. */
public final class Constraints {

    private Constraints() {}

    /**
     * Sends the pending changes to the database.
     *
     * @throws Refusal if one of Foyer's constraints is broken; the transaction can then only be rolled back
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
                String name = violation.getConstraintName().toUpperCase(Locale.ROOT);
                for (Map.Entry<String, Reason> reason :
                        Features.installed().constraints().entrySet()) {
                    if (name.contains(reason.getKey())) {
                        return new Refusal(reason.getValue());
                    }
                }
            }
        }
        return failure;
    }
}
