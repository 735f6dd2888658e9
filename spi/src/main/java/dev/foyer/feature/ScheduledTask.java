package dev.foyer.feature;

import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Work that is done again and again, on every node at once: the database has to see to it that nothing is done twice.
 */
public interface ScheduledTask {

    /** Its name among Keycloak's timers. */
    String name();

    /** The pause between two beats; one that falls into the run before is left out. */
    Duration interval();

    /**
     * Does what is due, in transactions of its own: one row that can not be dealt with keeps no other from its turn. An
     * exception is logged, and the next beat tries again.
     */
    void run(KeycloakSessionFactory sessions);
}
