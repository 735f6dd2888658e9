package dev.foyer.invitation.email;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Roads on which the mails of many realms go side by side, so that none waits for another realm's, nor for ever for one of its
 * own. Each realm has the same few; after each mail a lane queues again behind all others. A mail that takes longer than the
 * patience lets those behind it pass, while it goes on to whatever its end is.
 */
final class Lanes {
    private final Executor threads;
    private final int width;
    private final Duration patience;
    private final Map<String, Traffic> traffic = new HashMap<>();

    /**
     * @param width how many mails of one realm are on their way at once; as many again may have outlasted the patience, and
     *     then the realm waits
     */
    Lanes(Executor threads, int width, Duration patience) {
        this.threads = threads;
        this.width = width;
        this.patience = patience;
    }

    /** Opens all lanes of a realm that are not open. */
    void open(String realm, BooleanSupplier sendNext) {
        for (int lane = 0; lane < width; lane++) {
            go(realm, sendNext);
        }
    }

    /** @param sendNext sends a mail, and says whether there may be another one */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever sends has logged what failed
    private void go(String realm, BooleanSupplier sendNext) {
        if (enter(realm)) {
            CompletableFuture.supplyAsync(() -> send(realm, sendNext), threads)
                    .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((more, failure) -> {
                        change(realm, -1, 0);
                        if (failure == null && more) {
                            go(realm, sendNext);
                        }
                    });
        }
    }

    private boolean send(String realm, BooleanSupplier sendNext) {
        try {
            return sendNext.getAsBoolean();
        } finally {
            change(realm, 0, -1);
        }
    }

    private synchronized boolean enter(String realm) {
        Traffic now = traffic.getOrDefault(realm, Traffic.NONE);
        boolean room = now.awaited < width && now.underWay < 2 * width;
        if (room) {
            change(realm, 1, 1);
        }
        return room;
    }

    private synchronized void change(String realm, int awaited, int underWay) {
        traffic.merge(realm, new Traffic(awaited, underWay), Traffic::plus);
        traffic.remove(realm, Traffic.NONE);
    }

    /**
     * The mails of one realm.
     *
     * @param awaited those that others wait for
     * @param underWay all that have not come to their end
     */
    private record Traffic(int awaited, int underWay) {
        static final Traffic NONE = new Traffic(0, 0);

        Traffic plus(Traffic more) {
            return new Traffic(awaited + more.awaited, underWay + more.underWay);
        }
    }
}
