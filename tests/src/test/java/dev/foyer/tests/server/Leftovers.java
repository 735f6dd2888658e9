package dev.foyer.tests.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The server and database of an earlier run whose JVM was killed before it could end them. */
final class Leftovers {
    private Leftovers() {}

    /** Ends them; they are told by their command lines, which name the build folder. */
    static void end(Path build) {
        List<ProcessHandle> processes = ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .filter(process -> process.info().command().orElse("").matches(".*/(java|postgres)"))
                .filter(process -> process.info().commandLine().orElse("").contains(build.toString()))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        processes.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
    }
}
