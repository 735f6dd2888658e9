package dev.foyer.idempotency;

import dev.foyer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The creating requests of one caller in one realm that came with a key, kept for a time. */
public interface IdempotencyKeys {

    /** How long a finished one is kept. */
    Duration KEPT = Duration.ofDays(1);

    /**
     * How long one can be under way: longer than a transaction of Keycloak's lasts. The key of one that never ended, because
     * its server was killed, can be used again after that.
     */
    Duration UNDER_WAY = Duration.ofMinutes(6);

    /**
     * Begins an attempt.
     *
     * @param key a hash of the caller's key
     * @param request a hash of the request
     * @return what the first attempt made, if it has ended; empty if this is the first one
     * @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} if the key came with another request, {@code IDEMPOTENCY_KEY_IN_USE} if
     *     the first attempt is under way, even under a race
     */
    Optional<Created> begin(String key, String request, Instant now);

    /** Records what the attempt made. */
    void succeed(String key, Created created, Instant now);

    /** Forgets an attempt that made nothing. */
    void fail(String key);

    /**
     * What was made.
     *
     * @param id in the collection that was posted to
     * @param tag the entity tag it had
     */
    record Created(String id, String tag) {}
}
