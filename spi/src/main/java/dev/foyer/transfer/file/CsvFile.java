package dev.foyer.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.transfer.Field;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProblem;
import dev.foyer.transfer.ImportRecord;
import dev.foyer.transfer.ImportRecord.Value;
import dev.foyer.transfer.SourceLocation;
import dev.foyer.transfer.TransferReason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Customers as CSV (RFC 4180) with a header, one line a membership. The separator is a comma, a semicolon or a tab,
 * whichever the header has.
 */
public final class CsvFile implements ImportFile {

    /** The most that one cell may take, in characters. */
    private static final int MAX_CELL = 1 << 14;

    private static final String SEPARATORS = ",;\t";
    private static final String LIST_SEPARATOR = "\\|";

    private final Spool spool;

    public CsvFile(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void read(Visitor visitor) {
        CsvRow.Handler handler = new CsvRow.Handler();
        try {
            Iterator<CsvRow> rows = CsvReader.builder()
                    .fieldSeparator(separator())
                    .maxBufferSize(MAX_CELL)
                    .allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(handler, spool.reader())
                    .iterator();
            List<Field> header = header(rows, visitor);
            while (!header.isEmpty() && rows.hasNext()) {
                row(header, rows.next(), visitor);
            }
        } catch (CsvParseException e) {
            stop(visitor, handler.line(), new Refusal(TransferReason.FILE_MALFORMED, String.valueOf(e.getMessage())));
        } catch (Utf8Reader.Malformed e) {
            stop(visitor, e.line(), new Refusal(TransferReason.FILE_NOT_UTF8));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof Utf8Reader.Malformed malformed)) {
                throw e;
            }
            stop(visitor, malformed.line(), new Refusal(TransferReason.FILE_NOT_UTF8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String nameOf(Field field) {
        return field.column();
    }

    @Override
    public boolean listsContactTypes() {
        return false;
    }

    /** The separator that the first line has most of. */
    private char separator() throws IOException {
        Reader reader = spool.reader();
        int[] counts = new int[SEPARATORS.length()];
        int next = reader.read();
        for (int length = 0; length < MAX_CELL && next >= 0 && next != '\n' && next != '\r'; length++) {
            int separator = SEPARATORS.indexOf(next);
            if (separator >= 0) {
                counts[separator]++;
            }
            next = reader.read();
        }
        int most = Arrays.stream(counts).max().orElseThrow();
        int first = 0;
        while (counts[first] < most) {
            first++;
        }
        return SEPARATORS.charAt(first);
    }

    /** The columns; empty, and the problems told, if they are not what a file can begin with. */
    private static List<Field> header(Iterator<CsvRow> rows, Visitor visitor) {
        List<String> names = rows.hasNext() ? rows.next().cells() : List.of();
        List<Field> fields = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (String name : names) {
            Field.ofColumn(name)
                    .ifPresentOrElse(fields::add, () -> refusals.add(new Refusal(InputReason.FIELD_UNKNOWN, name)));
        }
        Set<Field> seen = new HashSet<>();
        fields.stream()
                .filter(field -> !seen.add(field))
                .forEach(field -> refusals.add(new Refusal(TransferReason.COLUMN_REPEATED, field.column())));
        missing(seen).forEach(field -> refusals.add(new Refusal(TransferReason.COLUMN_MISSING, field.column())));
        refusals.forEach(refusal -> stop(visitor, 1, refusal));
        return refusals.isEmpty() ? fields : List.of();
    }

    /** A customer needs its number or what opens it, a member needs its kind. */
    private static Stream<Field> missing(Set<Field> columns) {
        Set<Field> needed = new HashSet<>();
        if (!columns.contains(Field.NUMBER)) {
            needed.add(Field.NAME);
            needed.add(Field.TYPE);
        }
        if (columns.stream().anyMatch(Field.OF_MEMBER::contains)) {
            needed.add(Field.KIND);
        }
        return needed.stream().filter(field -> !columns.contains(field)).sorted();
    }

    private static void row(List<Field> header, CsvRow row, Visitor visitor) {
        if (row.cells().stream().allMatch(String::isEmpty)) {
            return;
        }
        if (row.size() != header.size()) {
            stop(visitor, row.line(), new Refusal(TransferReason.ROW_LENGTH, row.size(), header.size()));
            return;
        }
        Map<Field, Value> ofCustomer = new EnumMap<>(Field.class);
        Map<Field, Value> ofMember = new EnumMap<>(Field.class);
        for (int i = 0; i < header.size(); i++) {
            String cell = row.cells().get(i);
            Field field = header.get(i);
            if (!cell.isEmpty()) {
                List<String> texts = texts(field, cell);
                if (texts.size() > field.most()) {
                    visitor.problem(new ImportProblem(
                            new SourceLocation(row.line(), null),
                            field,
                            new Refusal(InputReason.LIST_TOO_LONG, field.most())));
                    texts = null;
                }
                (Field.OF_MEMBER.contains(field) ? ofMember : ofCustomer).put(field, new Value(row.line(), texts));
            }
        }
        SourceLocation location = new SourceLocation(row.line(), null);
        visitor.customer(new ImportRecord(
                location,
                ofCustomer,
                ofMember.isEmpty() ? List.of() : List.of(new ImportRecord(location, ofMember, List.of()))));
    }

    private static List<String> texts(Field field, String cell) {
        return field.shape() == Field.Shape.LIST
                ? Stream.of(cell.split(LIST_SEPARATOR))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of(cell);
    }

    private static void stop(Visitor visitor, long line, Refusal refusal) {
        visitor.problem(new ImportProblem(new SourceLocation(line, null), null, refusal));
    }
}
