package dev.foyer.transfer.file;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProblem;
import dev.foyer.transfer.ImportRecord;
import dev.foyer.transfer.SourceLocation;
import dev.foyer.transfer.TransferReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm: each ends in a problem with its line, after little time and memory. */
class HostileFileTest {

    private static final long LIMIT = 100 << 20;
    private static final int MANY = 6 << 20;

    @Test
    void oneEndlessString() throws IOException {
        String start = "{\"customers\": [\n{\"name\": \"";
        assertThat(json(start, "a", MANY * 8, "\"}]}")).containsExactly("2 file-malformed");
        assertThat(csv("number,name,type\nC-1,", "a", MANY * 8, ",company\n")).containsExactly("2 file-malformed");
        assertThat(csv("number,name,type\nC-1,\"", "a\n", MANY * 4, "\",company\n"))
                .containsExactly("2 file-malformed");
        assertThat(csv("", "a", MANY * 8, "")).containsExactly("1 file-malformed");
        assertThat(csv("name,type,number", ",", MANY * 8, "\n")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void endlessDepth(String opening) throws IOException {
        assertThat(json("", opening, 10_000, "")).hasSize(1);
        assertThat(json("{\"customers\": [{\"vat\":", opening, 10_000, ""))
                .containsExactly("1 field-unknown", "1 file-malformed");
        assertThat(json("{\"customers\": [{\"name\":", opening, 10_000, "")).contains("1 file-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customers\": [{\"members\": [",
                "{\"customers\": [{\"contactTypes\": [",
                "{\"customers\": [{\"vat\": [",
                "{\"permissions\": ["
            })
    void oneEndlessCustomer(String start) throws IOException {
        assertThat(json(start, "\"x\",", MANY, "")).contains("1 record-too-large");
    }

    @Test
    void endlesslyManyNames() throws IOException {
        String names = Stream.iterate(0, i -> i + 1)
                .limit(1_000_000)
                .map(i -> "\"" + i + "\":0,")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        assertThat(json("{\"customers\": [{\"vat\": {", names, 1, "")).contains("1 record-too-large");
        assertThat(json("{\"customers\": [{", names, 1, "")).contains("1 record-too-large");
        assertThat(json("{", names, 1, "")).containsExactly("1 field-unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5000, 8190, 8191, 8192, 8193, 20_000})
    void bytesThatAreNotUtf8(int distance) throws IOException {
        // Latin-1, a surrogate, an overlong form, and a letter cut off at the end.
        for (String bytes : List.of("\u00E8x", "\u00ED\u00A0\u0080", "\u00C0\u00AF", "\u00C3")) {
            InputStream text = new SequenceInputStream(
                    text("number,name,type\n", "\n", distance, ""),
                    new ByteArrayInputStream(("C-2," + bytes).getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(problems(text, CsvFile::new)).containsExactly(distance + 2 + " file-not-utf8");
        }
        InputStream json = new SequenceInputStream(
                text("{\"customers\": [\n", "\n", distance, "{\"name\": \""),
                new ByteArrayInputStream("\u00E8\"}]}".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(problems(json, JsonFile::new)).containsExactly(distance + 2 + " file-not-utf8");
    }

    @Test
    void aBombInGzip() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            text("", " ", (int) LIMIT + 1, "").transferTo(gzip);
        }
        assertThat(bomb.size()).isLessThan(200_000);

        assertRefused(
                TransferReason.FILE_TOO_LARGE, () -> Spool.ofGzip(new ByteArrayInputStream(bomb.toByteArray()), LIMIT));
    }

    @Test
    void whatIsNoGzipOrEndsTooEarly() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("number,name,type\n".getBytes(StandardCharsets.UTF_8));
        }
        for (int length = 0; length < packed.size(); length++) {
            InputStream cut = new ByteArrayInputStream(packed.toByteArray(), 0, length);
            assertRefused(TransferReason.FILE_UNREADABLE, () -> Spool.ofGzip(cut, LIMIT));
        }
        assertRefused(TransferReason.FILE_UNREADABLE, () -> Spool.ofGzip(text("number", "", 0, ""), LIMIT));
    }

    @Test
    void nothingIsLeftOnTheDisk() throws IOException {
        long before = files();
        assertRefused(TransferReason.FILE_TOO_LARGE, () -> Spool.of(text("", " ", 2000, ""), 1999));
        Spool.of(text("", " ", 2000, ""), 2000).close();
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("foyer-import-"))
                    .count();
        }
    }

    private static List<String> json(String start, String repeated, int times, String end) throws IOException {
        return problems(text(start, repeated, times, end), JsonFile::new);
    }

    private static List<String> csv(String start, String repeated, int times, String end) throws IOException {
        return problems(text(start, repeated, times, end), CsvFile::new);
    }

    /** The problems as {@code line reason}, of which there are never many. */
    private static List<String> problems(InputStream text, Function<Spool, ImportFile> format) throws IOException {
        List<String> problems = new ArrayList<>();
        try (Spool spool = Spool.of(text, LIMIT)) {
            format.apply(spool).read(new ImportFile.Visitor() {
                @Override
                public void permission(SourceLocation place, String key) {}

                @Override
                public void customer(ImportRecord customer) {}

                @Override
                public void problem(ImportProblem problem) {
                    problems.add(problem.location().line() + " "
                            + problem.refusal().reason().key());
                }
            });
        }
        return problems;
    }

    private static InputStream text(String start, String repeated, int times, String end) {
        byte[] part = repeated.getBytes(StandardCharsets.UTF_8);
        int chunk = Math.max(1, Math.min(times, 1 << 12));
        byte[] chunks = repeated.repeat(chunk).getBytes(StandardCharsets.UTF_8);
        List<InputStream> streams = new ArrayList<>();
        streams.add(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < times / chunk; i++) {
            streams.add(new ByteArrayInputStream(chunks));
        }
        streams.add(new ByteArrayInputStream(chunks, 0, times % chunk * part.length));
        streams.add(new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)));
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
