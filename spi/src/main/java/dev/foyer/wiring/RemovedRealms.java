package dev.foyer.wiring;

import dev.foyer.feature.Features;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.persistence.PlannerStatistics;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realms that a transaction has removed. What belongs to them goes when it ends: an import by {@code kc.sh} removes a realm
 * and makes it again from a file, which holds no customers. Nobody meant to remove those.
 */
final class RemovedRealms extends AbstractKeycloakTransaction {
    private static final Logger LOG = Logger.getLogger(RemovedRealms.class);

    private static final String KEY = RemovedRealms.class.getName();

    private final KeycloakSession session;
    private final Map<String, String> idsByName = new HashMap<>();

    private RemovedRealms(KeycloakSession session) {
        this.session = session;
    }

    /** Those of the session's transaction. */
    static Optional<RemovedRealms> find(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(KEY, RemovedRealms.class));
    }

    /** The same, to be added to. */
    static RemovedRealms of(KeycloakSession session) {
        return find(session).orElseGet(() -> {
            RemovedRealms none = new RemovedRealms(session);
            session.setAttribute(KEY, none);
            session.getTransactionManager().enlistPrepare(none);
            return none;
        });
    }

    void add(RealmModel removed) {
        idsByName.put(removed.getName(), removed.getId());
    }

    /** A realm of the name of one that was removed is the same one, also where its file gives it another id. */
    void madeAgain(RealmModel realm) {
        String before = idsByName.remove(realm.getName());
        if (before == null) {
            return;
        }
        if (!before.equals(realm.getId())) {
            EntityManager entityManager = EntityManagers.of(session);
            entityManager.flush();
            Features.installed()
                    .movesOfRealm()
                    .forEach(move -> entityManager
                            .createQuery(move)
                            .setParameter("from", before)
                            .setParameter("to", realm.getId())
                            .executeUpdate());
        }
        LOG.infof(
                "Realm %s was written over: its customers and its settings for customer accounts are kept",
                realm.getName());
    }

    @Override
    protected void commitImpl() {
        if (idsByName.isEmpty()) {
            return;
        }
        EntityManager entityManager = EntityManagers.of(session);
        PlannerStatistics.begin(entityManager);
        for (String id : idsByName.values()) {
            Features.installed()
                    .removalsOfRealm()
                    .forEach(removal -> entityManager
                            .createQuery(removal)
                            .setParameter("id", id)
                            .executeUpdate());
        }
    }

    @Override
    protected void rollbackImpl() {}
}
