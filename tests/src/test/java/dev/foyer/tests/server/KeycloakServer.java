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

    private final Installation installation;
    private final Database database;
    private final Path log;
    private final URI base;
    private final List<String> arguments;
    private final Keycloak admin;
    private Process process;

    private KeycloakServer(Installation installation, Database database, Path log, String... options) {
        this.installation = installation;
        this.database = database;
        this.log = log;
        int port = freePort();
        base = URI.create("http://localhost:" + port);
        arguments = new ArrayList<>(List.of(
                "start",
                "--db=" + database.vendor(),
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + base));
        arguments.addAll(List.of(options));
        process = run();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        awaitReadiness();
        admin = Keycloak.getInstance(base.toString(), "master", ADMIN, ADMIN, "admin-cli");
    }

    /** The one server of a test run; the first test that asks waits for its start. */
    public static KeycloakServer shared() {
        return Shared.SERVER;
    }

    /** One more server with Foyer, and a database of its own; its test closes it. */
    public static KeycloakServer another(String database) {
        return Shared.start(
                shared().database().beside(database), Shared.BUILD.resolve("server-%s.log".formatted(database)));
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
    }

    /** Ends it as {@code kill -9} does, in the middle of whatever it is about. */
    public void kill() {
        // kc.sh is a shell that waits for Java.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, at the same address and with the same data. */
    public void startAgain() {
        process = run();
        awaitReadiness();
    }

    /**
     * Runs another command of {@code kc.sh} on the same database, such as {@code export}, and answers with what it said. The
     * server itself must not be running meanwhile.
     */
    public String command(String... command) {
        Path output = log.resolveSibling("command-" + command[0] + ".log");
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--optimized");
        try {
            int status = installation.run(words, environment(), output).waitFor();
            String said = Files.readString(output);
            if (status != 0) {
                throw new IllegalStateException(command[0] + " ended with " + status + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a path, such as {@code /realms/master}. */
    public URI url(String path) {
        return base.resolve(path);
    }

    public Database database() {
        return database;
    }

    /** The statements of the requests that were answered while this ran, and of nothing else, each with how often. */
    public Map<String, Long> statementsDuring(Runnable action) {
        StatementLog statements = new StatementLog(log);
        long start = statements.end();
        new Loggers(java()).during(StatementLog.LEVELS, action);
        return statements.since(start);
    }

    /** The administration of all realms. */
    public Keycloak admin() {
        return admin;
    }

    /** The script that starts the server ends as the server, unless it has to build it before: then that is its child. */
    private ProcessHandle java() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private Process run() {
        return installation.run(arguments, environment(), log);
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL", database.url(),
                "KC_DB_USERNAME", database.user(),
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    }

    private void awaitReadiness() {
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
            return start(Postgres.start(BUILD.resolve("postgres")), BUILD.resolve("server.log"));
        }

        private static KeycloakServer start(Database database, Path log) {
            return new KeycloakServer(
                    installation(),
                    database,
                    log,
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
