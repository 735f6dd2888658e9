package dev.foyer.tests.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A real PostgreSQL that ends with this JVM.
 *
 * <p>Its files stay in the build folder, because Keycloak needs half a minute to fill an empty database. Foyer's own
 * tables are dropped first, so every run goes through all of Foyer's migrations.
 */
final class Postgres {
    private static final String USER = "postgres";

    private Postgres() {}

    static Database start(Path folder) {
        try {
            EmbeddedPostgres process = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    // No data here is worth waiting for the disk.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", "64MB")
                    // Text sorts alike on every machine.
                    .setLocaleConfig("locale", "C")
                    .start();
            Database database = new Database(
                    "postgres", "jdbc:postgresql://127.0.0.1:%d/".formatted(process.getPort()), "postgres", USER, USER);
            database.dropFoyer();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
