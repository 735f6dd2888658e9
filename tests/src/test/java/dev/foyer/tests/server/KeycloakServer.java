package dev.foyer.tests.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;

/** A Keycloak server process in production mode, on a port of its own. It ends with this JVM, if not before. */
public final class KeycloakServer implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_TO_SHOW = 60;

    private final Database database;
    private final URI base;
    private final Process process;
    private final Keycloak admin;

    private KeycloakServer(Installation installation, Database database, Path log, String... options) {
        this.database = database;
        int port = freePort();
        base = URI.create("http://localhost:" + port);
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--db=" + database.vendor(),
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false"));
        arguments.addAll(List.of(options));
        process = installation.run(
                arguments,
                Map.of(
                        "KC_DB_URL", database.url(),
                        "KC_DB_USERNAME", database.user(),
                        "KC_DB_PASSWORD", database.password(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN),
                log);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        awaitReadiness(log);
        admin = Keycloak.getInstance(base.toString(), "master", ADMIN, ADMIN, "admin-cli");
    }

    /** The one server of a test run; the first test that asks waits for its start. */
    public static KeycloakServer shared() {
        return Shared.SERVER;
    }

    /** A server of the same version that has never heard of Foyer, with a database of its own; its test closes it. */
    public static KeycloakServer withoutFoyer() {
        Database database = shared().database().beside("without_foyer");
        Installation installation = Shared.installation().copy(Shared.BUILD.resolve("keycloak-without-foyer"));
        installation.provide(List.of());
        return new KeycloakServer(installation, database, Shared.BUILD.resolve("server-without-foyer.log"));
    }

    @Override
    public void close() {
        admin.close();
        kill();
        process.onExit().join();
    }

    /** The address of a path, such as {@code /realms/master}. */
    public URI url(String path) {
        return base.resolve(path);
    }

    public Database database() {
        return database;
    }

    /** The administration of all realms. */
    public Keycloak admin() {
        return admin;
    }

    private void kill() {
        // kc.sh is a shell that waits for Java.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void awaitReadiness(Path log) {
        HttpClient http = HttpClient.newHttpClient();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answers(http)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                kill();
                throw new IllegalStateException("Keycloak did not start; the end of " + log + ":\n" + tail(log));
            }
        }
    }

    private boolean answers(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(url("/realms/master"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            Thread.sleep(100);
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded, and so started, when first asked for; a failed start fails every test at once. */
    private static final class Shared {
        private static final Path BUILD = Path.of("target").toAbsolutePath();
        static final KeycloakServer SERVER = start();

        private static KeycloakServer start() {
            Leftovers.end(BUILD);
            Installation installation = installation();
            installation.provide(Stream.of(property("foyer.providers").split(","))
                    .map(Path::of)
                    .toList());
            return new KeycloakServer(
                    installation,
                    Postgres.start(BUILD.resolve("postgres")),
                    BUILD.resolve("server.log"),
                    "--spi-well-known--openid-configuration--openid-configuration-override="
                            + BUILD.resolve("test-classes/openid-configuration.json"));
        }

        private static Installation installation() {
            return new Installation(Path.of(property("foyer.server")));
        }

        private static String property(String name) {
            return requireNonNull(System.getProperty(name), name);
        }
    }
}
