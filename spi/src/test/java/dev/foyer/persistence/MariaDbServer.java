package dev.foyer.persistence;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The system's MariaDB, started on an empty directory of its own. It takes half a second: without accounts there is nothing to
 * install first. It listens on the loopback address alone and goes when the tests do.
 */
final class MariaDbServer {

    private static final String PROGRAM = "mariadbd";
    private static final long PATIENCE_SECONDS = 60;

    /** As a database for Keycloak may have it: Foyer's tables have to bring their own. */
    private static final String FOREIGN_COLLATION = "utf8mb3_general_ci";

    private static final boolean IS_LINUX =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

    private MariaDbServer() {}

    /** Starts it; where there is none, the test is skipped, but not on Linux, where {@code ./verify} installs it. */
    static DataSource start() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String missing = "MariaDB is missing: no " + PROGRAM + " on the PATH or in /usr/sbin. ";
            if (IS_LINUX) {
                throw new IllegalStateException(missing + "Install the package mariadb-server-core, or mariadb-server");
            }
            Assumptions.abort(missing + "Nothing of Foyer is tried on it here");
        }
        try {
            return start(program.orElseThrow());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static DataSource start(Path program) throws IOException, SQLException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path directory = Files.createTempDirectory(target, "mariadb");
        Path log = target.resolve("mariadb.log");
        int port = freePort();
        // The path of a socket has no room for a deep folder.
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), "foyer-mariadb-" + port);
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--datadir=" + directory,
                "--socket=" + socket,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-grant-tables",
                "--character-set-server=utf8mb3",
                "--collation-server=" + FOREIGN_COLLATION,
                "--innodb-flush-log-at-trx-commit=0"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        server.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory, socket)));
        return new MariaDbDataSource(await(server, port, log));
    }

    private static String await(Process server, int port, Path log)
            throws IOException, SQLException, InterruptedException {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Connection connection = new MariaDbDataSource(url + "?user=foyer").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database foyer");
                return url + "foyer?user=foyer&transactionIsolation=READ-COMMITTED";
            } catch (SQLException notYet) {
                if (!server.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(Files.readString(log), notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    private static void end(Process server, Path directory, Path socket) {
        try {
            server.destroyForcibly().waitFor();
            Files.deleteIfExists(socket);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
                        Stream.of("/usr/sbin", "/usr/libexec"))
                .map(directory -> Path.of(directory, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
