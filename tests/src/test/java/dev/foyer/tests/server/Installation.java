package dev.foyer.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The unpacked Keycloak distribution with Foyer's jars in it. */
record Installation(Path home) {
    /** A test server lives for minutes: a quick start beats full speed. The small heap shows what piles up in memory. */
    private static final String JVM = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";

    /**
     * Has these jars and no others. Copies only what changed: Keycloak builds itself anew when a provider has a new date.
     */
    void provide(List<Path> jars) {
        Path providers = home.resolve("providers");
        List<Path> wanted =
                jars.stream().map(jar -> providers.resolve(jar.getFileName())).toList();
        try (DirectoryStream<Path> present = Files.newDirectoryStream(providers, "*.jar")) {
            for (Path provider : present) {
                if (!wanted.contains(provider)) {
                    Files.delete(provider);
                }
            }
            for (Path jar : jars) {
                Path provider = providers.resolve(jar.getFileName());
                if (!Files.exists(provider) || Files.mismatch(jar, provider) != -1) {
                    Files.copy(jar, provider, StandardCopyOption.REPLACE_EXISTING);
                    forgetStyles();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak keeps what it has compressed under an address, which is that of the version and not of the build. */
    private void forgetStyles() throws IOException {
        Path cache = home.resolve("data/tmp/kc-gzip-cache");
        if (Files.exists(cache)) {
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The same distribution in another folder, copied there once. */
    Installation copy(Path folder) {
        if (!Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = folder.resolve(home.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Installation(folder);
    }

    /** Runs {@code bin/kc.sh} on the Java of this JVM. */
    Process run(List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/kc.sh").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", JVM);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
