package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.keycloak.Messages;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProgress;
import dev.foyer.transfer.ImportReport;
import dev.foyer.transfer.file.Spool;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/**
 * An import told while it happens, a JSON object a line: {@code progress}, then each {@code error}, then the
 * {@code result}. Who hangs up before the result has cancelled the import.
 */
final class ImportStream implements StreamingOutput {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(ImportStream.class);

    private static final String FAILED = "import-failed";

    private final ImportJob job;
    private final Spool spool;
    private final ImportFile file;
    private final ImportProgress log;
    private final Messages messages;

    ImportStream(ImportJob job, Spool spool, ImportFile file, ImportProgress log, Messages messages) {
        this.job = job;
        this.spool = spool;
        this.file = file;
        this.log = log;
        this.messages = messages;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Lines lines = new Lines(out);
        try (spool) {
            ImportReport report = job.run(file, (rows, of) -> {
                log.done(rows, of);
                lines.write("progress", Map.of("rows", rows, "of", of));
            });
            report.problems().forEach(problem -> lines.write("error", ImportError.of(problem, file, messages)));
            lines.write("result", result(report));
        } catch (Refusal conflict) {
            lines.writeFailure(new ImportError(conflict.reason().key(), messages.text(conflict)));
        } catch (Gone gone) {
            LOG.infof("An import of customers was cancelled by its client");
            throw gone.cause;
        } catch (RuntimeException failure) {
            LOG.error("An import of customers failed", failure);
            lines.writeFailure(new ImportError(FAILED, messages.text("dev.foyer.api.messages", FAILED)));
        }
    }

    private static Map<String, Object> result(ImportReport report) {
        return report.isRefused()
                ? Map.of("imported", false, "errors", report.problemCount())
                : Map.of("imported", true, "summary", ImportJob.summary(report));
    }

    /** The client listens no longer. */
    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final IOException cause;

        Gone(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private record Lines(OutputStream out) {

        void write(String name, Object value) {
            try {
                String line = JsonSerialization.writeValueAsString(Map.of(name, value)) + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new Gone(e);
            }
        }

        void writeFailure(ImportError error) {
            write("error", error);
            write("result", Map.of("imported", false, "errors", 1));
        }
    }
}
