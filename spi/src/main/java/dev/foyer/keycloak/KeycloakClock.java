package dev.foyer.keycloak;

import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.Time;

/** Keycloak's time, which tests can shift, in whole milliseconds: all that the database keeps of a moment. */
public enum KeycloakClock implements InstantSource {
    INSTANCE;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
