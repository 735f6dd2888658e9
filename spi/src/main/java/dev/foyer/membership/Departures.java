package dev.foyer.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the users who have gone without a word, from the first user to the last and then from the beginning. Who is missing for a
 * while only, as while a realm is written anew with the same users, has not gone.
 */
public final class Departures {

    /** How long somebody is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int pageSize;
    private final Map<String, Instant> missed = new HashMap<>();
    private String last = "";

    /** @param pageSize how many users each step asks about */
    public Departures(int pageSize) {
        this.pageSize = pageSize;
    }

    /** Of whom something is kept. */
    public interface Kept {
        /**
         * The next ids in their order.
         *
         * @param after the last one that was read; empty at the beginning
         */
        List<String> page(String after, int size);

        /** Those of the ids that are certainly nobody's. */
        Set<String> gone(Collection<String> userIds);

        /** Removes what is kept of a user who has gone. */
        void remove(String userId);
    }

    /**
     * Goes one page further, whatever becomes of those on it: one who cannot be removed keeps nobody else waiting.
     *
     * @return who has gone, each with why what is kept of them could not be removed, if so
     */
    public synchronized Map<String, Optional<RuntimeException>> step(Kept kept, Instant now) {
        List<String> page = kept.page(last, pageSize);
        last = page.size() < pageSize ? "" : page.get(page.size() - 1);
        Set<String> gone = kept.gone(page);
        page.stream().filter(id -> !gone.contains(id)).forEach(missed::remove);
        Map<String, Optional<RuntimeException>> departed = new LinkedHashMap<>();
        for (String id : gone) {
            Instant since = missed.computeIfAbsent(id, first -> now);
            if (!since.plus(PATIENCE).isAfter(now)) {
                departed.put(id, failure(kept, id));
            }
        }
        return departed;
    }

    private Optional<RuntimeException> failure(Kept kept, String id) {
        try {
            kept.remove(id);
            missed.remove(id);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }
}
