package dev.foyer.api.admin;

import java.time.Duration;
import org.keycloak.Config;

/**
 * What one import may take of the server.
 *
 * @param maxBytes of the file, unpacked
 * @param timeout of the database transaction
 */
record ImportLimits(long maxBytes, Duration timeout) {

    private static final long DEFAULT_MAX_BYTES = 512L << 20;
    private static final int DEFAULT_TIMEOUT_SECONDS = 3600;

    /** As the operator has set them, or generous. */
    public static ImportLimits of(Config.Scope config) {
        return new ImportLimits(
                config.getLong("importMaxBytes", DEFAULT_MAX_BYTES),
                Duration.ofSeconds(config.getInt("importTimeoutSeconds", DEFAULT_TIMEOUT_SECONDS)));
    }
}
