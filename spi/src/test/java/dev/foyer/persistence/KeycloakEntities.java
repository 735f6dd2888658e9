package dev.foyer.persistence;

import dev.foyer.membership.jpa.MembershipEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.keycloak.models.jpa.entities.UserEntity;

/** Keycloak's own tables, as its entities say. */
final class KeycloakEntities {

    private static final Pattern CLASS = Pattern.compile("<class>([^<]+)</class>");

    private KeycloakEntities() {}

    /** Those of Keycloak's persistence unit. */
    static List<Class<?>> all() {
        try (InputStream unit = Objects.requireNonNull(
                UserEntity.class.getClassLoader().getResourceAsStream("default-persistence.xml"))) {
            Matcher matcher = CLASS.matcher(new String(unit.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.results()
                    .<Class<?>>map(found -> load(found.group(1).strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever is a user in a test is one of Keycloak's as well, until the test removes them. */
    static void makeUsersOfMembers(SessionFactory sessions, DataSource dataSource) {
        EventListenerRegistry listeners = sessions.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        Registrar registrar = new Registrar(dataSource);
        listeners.appendListeners(EventType.POST_INSERT, registrar);
        listeners.appendListeners(EventType.POST_UPDATE, registrar);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In transactions of its own: many may make the same person a member at once. */
    private static final class Registrar implements PostInsertEventListener, PostUpdateEventListener {

        private final DataSource dataSource;
        private final Set<String> known = new HashSet<>();

        Registrar(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public void onPostInsert(PostInsertEvent event) {
            register(event.getEntity(), event.getPersister(), event.getState());
        }

        @Override
        public void onPostUpdate(PostUpdateEvent event) {
            register(event.getEntity(), event.getPersister(), event.getState());
        }

        private synchronized void register(Object entity, EntityPersister persister, Object[] state) {
            if (entity instanceof MembershipEntity) {
                Object userId = state[List.of(persister.getPropertyNames()).indexOf("userId")];
                if (userId != null && !userId.toString().startsWith("f:") && known.add(userId.toString())) {
                    insert(userId.toString());
                }
            }
        }

        private void insert(String userId) {
            try (var connection = dataSource.getConnection();
                    var insert = connection.prepareStatement("""
                            insert into USER_ENTITY (id, realm_id, username, email_constraint, email_verified, enabled, not_before)
                            select ?, 'test', ?, ?, false, true, 0
                            where not exists (select 1 from USER_ENTITY where id = ?)""")) {
                for (int i = 1; i <= 4; i++) {
                    insert.setString(i, userId);
                }
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }
}
