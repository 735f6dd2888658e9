package dev.foyer.jpa;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** The database as the last judge: a constraint that a race ran into becomes the refusal that it stands for. */
public final class Constraints {

    private static final Map<String, Reason> REASONS = Map.of(
            "FOYER_UQ_ATTEMPT_KEY", Reason.IDEMPOTENCY_KEY_IN_USE,
            "FOYER_UQ_CUSTOMER_NUMBER", Reason.ACCOUNT_ID_TAKEN,
            "FOYER_UQ_CONTACT_TYPE_NAME", Reason.CONTACT_TYPE_EXISTS,
            "FOYER_UQ_INVITATION_OPEN", Reason.MEMBERSHIP_EXISTS,
            "FOYER_UQ_MEMBERSHIP_USER", Reason.MEMBERSHIP_EXISTS,
            "FOYER_UQ_MEMBERSHIP_EMAIL", Reason.MEMBERSHIP_EXISTS,
            "FOYER_UQ_PERMANENT_CONTACT", Reason.CONTACT_TYPE_HOLDS_ONE);

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
                for (Map.Entry<String, Reason> reason : REASONS.entrySet()) {
                    if (name.contains(reason.getKey())) {
                        return new Refusal(reason.getValue());
                    }
                }
            }
        }
        return failure;
    }
}
