package dev.foyer.membership.keycloak;

import dev.foyer.feature.ScheduledTask;
import dev.foyer.membership.jpa.MemberTerms;
import dev.foyer.membership.jpa.RenamedUsers;
import dev.foyer.persistence.EntityManagers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Has customers found by what their members are called now. The words follow right after the transaction that changes a user; a
 * walk through all memberships finds what a server that died in between has left, and what was changed past Keycloak.
 */
public final class CurrentNames implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(CurrentNames.class);
    private static final int AT_ONCE = 1000;
    private static final String RENAMED = CurrentNames.class.getName();

    private String last = "";

    /** Listens to the database once the server is up. */
    public static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(
                    migrated.getFactory(),
                    session -> RenamedUsers.tell(EntityManagers.of(session), CurrentNames::renamed));
        }
    }

    @Override
    public String name() {
        return "current-names";
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

    private static void renamed(String userId) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null || !session.getTransactionManager().isActive()) {
            return;
        }
        Renamed renamed = session.getAttribute(RENAMED, Renamed.class);
        if (renamed == null) {
            renamed = new Renamed(session.getKeycloakSessionFactory());
            session.setAttribute(RENAMED, renamed);
            session.getTransactionManager().enlistAfterCompletion(renamed);
        }
        renamed.userIds.add(userId);
    }

    /** Those of all at once, or else one after the other: what stands in the way of one does not keep the others. */
    private static void refresh(KeycloakSessionFactory sessions, List<String> membershipIds) {
        try {
            call(sessions, terms -> terms.refresh(membershipIds));
        } catch (RuntimeException together) {
            LOG.debug("One after the other then", together);
            membershipIds.forEach(id -> refreshAlone(sessions, id));
        }
    }

    private static void refreshAlone(KeycloakSessionFactory sessions, String membershipId) {
        try {
            call(sessions, terms -> terms.refresh(List.of(membershipId)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The words of membership %s are of yesterday; it is tried again", membershipId);
        }
    }

    private static <T> T call(KeycloakSessionFactory sessions, Function<MemberTerms, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> work.apply(new MemberTerms(EntityManagers.of(session))));
    }

    /** Who was renamed in one transaction. */
    private static final class Renamed extends AbstractKeycloakTransaction {

        private final KeycloakSessionFactory sessions;
        private final Set<String> userIds = new HashSet<>();

        Renamed(KeycloakSessionFactory sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void commitImpl() {
            List<String> users = List.copyOf(userIds);
            for (int from = 0; from < users.size(); from += AT_ONCE) {
                List<String> some = users.subList(from, Math.min(from + AT_ONCE, users.size()));
                List<String> memberships = call(sessions, terms -> terms.ofUsers(some));
                for (int begin = 0; begin < memberships.size(); begin += AT_ONCE) {
                    refresh(sessions, memberships.subList(begin, Math.min(begin + AT_ONCE, memberships.size())));
                }
            }
        }

        @Override
        protected void rollbackImpl() {}
    }
}
