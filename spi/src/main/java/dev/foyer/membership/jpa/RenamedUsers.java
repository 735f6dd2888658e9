package dev.foyer.membership.jpa;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * Hears of every change of what a user is called: Keycloak has an event for some of them only, but all go through its one entity,
 * whether people change their profile, an admin does, an identity provider or a directory.
 */
public final class RenamedUsers implements PostUpdateEventListener {

    private static final Set<String> IDENTITY = Set.of("firstName", "lastName", "email");

    @SuppressWarnings("serial") // listeners are never written to a stream
    private final Consumer<String> renamed;

    private RenamedUsers(Consumer<String> renamed) {
        this.renamed = renamed;
    }

    /**
     * From now on, in all transactions of this persistence unit.
     *
     * @param renamed is told the id of the user once the transaction that changes it is committed; it is to return at once, and
     *     the session it is told in is closed to it
     */
    public static void tell(EntityManager entityManager, Consumer<String> renamed) {
        entityManager
                .getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class)
                .appendListeners(EventType.POST_UPDATE, new RenamedUsers(renamed));
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof UserEntity user && isRenamed(event)) {
            String id = user.getId();
            // What is written may be written by the commit itself, when Keycloak takes nothing more for after it.
            event.getSession().getTransactionCompletionCallbacks().registerCallback((committed, session) -> {
                if (committed) {
                    renamed.accept(id);
                }
            });
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static boolean isRenamed(PostUpdateEvent event) {
        List<String> names = List.of(event.getPersister().getPropertyNames());
        int[] dirty = event.getDirtyProperties();
        return dirty == null || Arrays.stream(dirty).mapToObj(names::get).anyMatch(IDENTITY::contains);
    }
}
