package dev.foyer.tests.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server's log tells of the statements that it sends to its database, thread by thread.
 *
 * <p>The database can not tell a request's statements from those of the timers, as they share its connections, and no quiet moment
 * is long enough on a busy machine. A thread can: a request has one to itself, until after the commit. Hibernate logs each
 * statement's text, the JDBC driver each that is done, among them those that begin and end a transaction.
 */
record StatementLog(Path file) {
    private static final String TEXTS = "org.hibernate.SQL";
    private static final String DRIVER = "org.postgresql.core.v3.QueryExecutorImpl";

    /** What the two loggers have to be set to. */
    static final Map<String, String> LEVELS = Map.of(TEXTS, "FINE", DRIVER, "FINEST");

    /** Quarkus answers requests on these; Keycloak's timers and executors have others. */
    private static final String REQUESTS = "executor-thread-";

    /** What is not at a line's beginning belongs to the text of a statement. */
    private static final Pattern NEXT_RECORD = Pattern.compile("\\R(?=\\d{4}-\\d\\d-\\d\\d )");

    private static final Pattern ENTRY = Pattern.compile(
            "\\S+ \\S+ \\w+ +\\[(?<logger>%s|%s)] \\((?<thread>%s\\d+)\\) (?<message>.*)"
                    .formatted(Pattern.quote(TEXTS), Pattern.quote(DRIVER), REQUESTS),
            Pattern.DOTALL);
    private static final Pattern DONE = Pattern.compile(" <=BE CommandStatus\\((\\w+).*", Pattern.DOTALL);

    /** Where the log ends now. */
    long end() {
        return file.toFile().length();
    }

    /** The statements that requests sent since the log ended there, each with how often. */
    Map<String, Long> since(long start) {
        Map<String, String> latest = new HashMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (String line : NEXT_RECORD.splitAsStream(read(start)).toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                continue;
            }
            String thread = entry.group("thread");
            String message = entry.group("message");
            Matcher done = DONE.matcher(message);
            if (entry.group("logger").equals(TEXTS)) {
                latest.put(thread, message);
            } else if (done.matches()) {
                counts.merge(text(done.group(1), latest.get(thread)), 1L, Long::sum);
            }
        }
        if (counts.isEmpty()) {
            throw new IllegalStateException("No statement is told of in " + file);
        }
        return counts;
    }

    /** The driver begins and ends transactions by itself; whatever else it does it was told to by Hibernate. */
    private static String text(String done, @Nullable String latest) {
        if (latest == null || done.equals("BEGIN") || done.equals("COMMIT") || done.equals("ROLLBACK")) {
            return done;
        }
        return latest;
    }

    private String read(long start) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] lines = new byte[Math.toIntExact(log.length() - start)];
            log.seek(start);
            log.readFully(lines);
            return new String(lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
