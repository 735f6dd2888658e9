package dev.foyer.keycloak;

import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.Time;

/** Keycloak's time, which tests can shift. */
public enum KeycloakClock implements InstantSource {
    INSTANCE;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return Time.currentTimeMillis();
    }
}
