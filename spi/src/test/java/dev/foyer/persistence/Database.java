package dev.foyer.persistence;

import dev.foyer.feature.Features;
import dev.foyer.wiring.FoyerEntityProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.opentest4j.TestAbortedException;

/** The databases that the persistence tests run on: migrated by the real migrations, reached through real Hibernate. */
public enum Database {
    H2(Database::h2),
    POSTGRESQL(Database::postgresql),
    MARIADB(MariaDbServer::start);

    @SuppressWarnings("ImmutableEnumChecker")
    private final FutureTask<SessionFactory> sessions;

    Database(Supplier<DataSource> start) {
        sessions = new FutureTask<>(() -> {
            DataSource dataSource = start.get();
            createKeycloak(dataSource);
            migrate(dataSource);
            return connect(dataSource);
        });
    }

    /** Runs the work in a transaction of its own and an empty persistence context. */
    public <T> T call(Function<Session, T> work) {
        return sessions().fromTransaction(session -> {
            readBefore(session);
            return work.apply(session);
        });
    }

    /** As {@link #call}, without a result. */
    public void run(Consumer<Session> work) {
        call(session -> {
            work.accept(session);
            return true;
        });
    }

    /** As Keycloak has done when it calls Foyer: what a transaction sees may be what its first statement saw. */
    private static void readBefore(Session session) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from FOYER_CUSTOMER where ID = ''");
            }
        });
    }

    /** Started by the first test that comes to it; where that fails, or there is none to be had, it does for all tests alike. */
    private SessionFactory sessions() {
        sessions.run();
        try {
            return sessions.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TestAbortedException skipped) {
                throw skipped;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static DataSource h2() {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
        return dataSource;
    }

    private static DataSource postgresql() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope("update")
                    .addArgumentValue("database", database)
                    .addArgumentValue("changelogFile", FoyerEntityProvider.CHANGELOG)
                    .execute();
        }
    }

    /** Foyer's tables stand beside Keycloak's, and some queries join them. */
    private static void createKeycloak(DataSource dataSource) {
        Configuration configuration = configuration(dataSource, KeycloakEntities.all());
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        configuration.buildSessionFactory().close();
    }

    private static SessionFactory connect(DataSource dataSource) {
        Configuration configuration = configuration(dataSource, KeycloakEntities.all());
        Features.installed().entities().forEach(configuration::addAnnotatedClass);
        // The migrations and the entities must agree on every table, column and type.
        configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        SessionFactory sessions = configuration.buildSessionFactory();
        KeycloakEntities.makeUsersOfMembers(sessions, dataSource);
        return sessions;
    }

    private static Configuration configuration(DataSource dataSource, List<Class<?>> entities) {
        var configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
        return configuration;
    }
}
