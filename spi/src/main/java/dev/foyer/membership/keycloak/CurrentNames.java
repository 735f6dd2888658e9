package dev.foyer.membership.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.membership.jpa.MemberTerms;
import dev.foyer.membership.jpa.RenamedUsers;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.RowByRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Has customers found by what their members are called now. The words follow right after the transaction that changes a user; a
 * walk through all memberships finds what a server that died in between has left, and what was changed past Keycloak.
 */
public final class CurrentNames implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(CurrentNames.class);
    private static final int AT_ONCE = 1000;
    private static final String NAME = "current-names";

    private String last = "";

    /** Listens to the database once the server is up. */
    public static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakSessionFactory sessions = migrated.getFactory();
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    session -> RenamedUsers.tell(
                            EntityManagers.of(session),
                            new Renamed(
                                    sessions,
                                    session.getProvider(ExecutorsProvider.class).getExecutor(NAME))));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public synchronized void run(KeycloakSessionFactory sessions) {
        List<String> page = call(sessions, terms -> terms.page(last, AT_ONCE));
        last = page.size() < AT_ONCE ? "" : page.get(page.size() - 1);
        refresh(sessions, page);
    }

    private static void refresh(KeycloakSessionFactory sessions, List<String> membershipIds) {
        RowByRow.batch(
                sessions, membershipIds, (session, ids) -> new MemberTerms(EntityManagers.of(session)).refresh(ids));
    }

    private static <T> T call(KeycloakSessionFactory sessions, Function<MemberTerms, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> work.apply(new MemberTerms(EntityManagers.of(session))));
    }

    /** Those who were renamed and wait for their words: nobody who renames somebody waits for them. */
    private static final class Renamed implements Consumer<String> {

        private final KeycloakSessionFactory sessions;
        private final Executor executor;
        private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

        Renamed(KeycloakSessionFactory sessions, Executor executor) {
            this.sessions = sessions;
            this.executor = executor;
        }

        @Override
        public void accept(String userId) {
            waiting.add(userId);
            executor.execute(this::refresh);
        }

        /** All who wait, of whom there are many where a directory is synchronized. */
        private void refresh() {
            Set<String> users = new HashSet<>();
            for (String next = waiting.poll(); next != null; next = users.size() < AT_ONCE ? waiting.poll() : null) {
                users.add(next);
            }
            if (users.isEmpty()) {
                return;
            }
            try {
                List<String> memberships = call(sessions, terms -> terms.ofUsers(users));
                for (int from = 0; from < memberships.size(); from += AT_ONCE) {
                    CurrentNames.refresh(
                            sessions, memberships.subList(from, Math.min(from + AT_ONCE, memberships.size())));
                }
            } catch (RuntimeException e) {
                LOG.warnf(e, "The words of %d users are of yesterday; it is tried again", users.size());
            }
        }
    }
}
