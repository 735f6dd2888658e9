package dev.foyer.transfer.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.foyer.Refusal;
import dev.foyer.transfer.Field;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProblem;
import dev.foyer.transfer.SourceLocation;
import dev.foyer.transfer.TransferReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Customers as one JSON object (RFC 8259), read as a stream. */
public final class JsonFile implements ImportFile {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names come from outside: they must not fill tables that outlive the parser.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1 << 14)
                    .maxNameLength(1 << 8)
                    .build())
            .build();

    private final Spool spool;

    public JsonFile(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void read(Visitor visitor) {
        try (JsonParser parser = FACTORY.createParser(spool.reader())) {
            try {
                new JsonDocument(parser, visitor).read();
            } catch (JacksonException e) {
                stop(visitor, parser, new Refusal(TransferReason.FILE_MALFORMED, e.getOriginalMessage()));
            } catch (Refusal refusal) {
                stop(visitor, parser, refusal);
            }
        } catch (Utf8Reader.Malformed e) {
            visitor.problem(new ImportProblem(
                    new SourceLocation(e.line(), null), null, new Refusal(TransferReason.FILE_NOT_UTF8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String nameOf(Field field) {
        return field.property();
    }

    @Override
    public boolean listsContactTypes() {
        return true;
    }

    private static void stop(Visitor visitor, JsonParser parser, Refusal refusal) {
        int line = parser.currentLocation().getLineNr();
        visitor.problem(new ImportProblem(new SourceLocation(line, null), null, refusal));
    }
}
