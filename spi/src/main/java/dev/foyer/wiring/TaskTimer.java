package dev.foyer.wiring;

import dev.foyer.feature.Features;
import dev.foyer.feature.ScheduledTask;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Runs the scheduled tasks of all features. Keycloak's timer only gives the beat; a slow task must not hold up what else
 * hangs on it.
 */
final class TaskTimer {
    private static final Logger LOG = Logger.getLogger(TaskTimer.class);
    private static final String NAME = "foyer";

    private final KeycloakSessionFactory sessions;
    private final Executor executor;

    private TaskTimer(KeycloakSession session) {
        sessions = session.getKeycloakSessionFactory();
        executor = session.getProvider(ExecutorsProvider.class).getExecutor(NAME);
    }

    /** Starts once the server is up. */
    static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(), session -> new TaskTimer(session).start(session));
        }
    }

    private void start(KeycloakSession session) {
        TimerProvider timer = session.getProvider(TimerProvider.class);
        Features.installed().stream()
                .flatMap(feature -> feature.scheduledTasks().stream())
                .forEach(task -> {
                    AtomicBoolean running = new AtomicBoolean();
                    timer.schedule(() -> run(task, running), task.interval().toMillis(), NAME + "-" + task.name());
                });
    }

    /** An exception would stop the timer, and Keycloak's own tasks with it. */
    private void run(ScheduledTask task, AtomicBoolean running) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> attempt(task, running));
        } catch (RuntimeException e) {
            running.set(false);
            LOG.debug("The server goes down", e);
        }
    }

    private void attempt(ScheduledTask task, AtomicBoolean running) {
        try {
            task.run(sessions);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The task %s failed; it is tried again", task.name());
        } finally {
            running.set(false);
        }
    }
}
