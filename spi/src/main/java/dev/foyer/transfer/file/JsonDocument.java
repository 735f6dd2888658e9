package dev.foyer.transfer.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.transfer.Field;
import dev.foyer.transfer.ImportFile.Visitor;
import dev.foyer.transfer.ImportProblem;
import dev.foyer.transfer.ImportRecord;
import dev.foyer.transfer.ImportRecord.Value;
import dev.foyer.transfer.SourceLocation;
import dev.foyer.transfer.TransferReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a JSON file. A {@link Refusal} that leaves it ends the reading; other problems go to the visitor. */
final class JsonDocument {

    /** The most that one customer with its members may take, in characters. */
    private static final int MAX_RECORD = 1 << 22;

    /** What an object takes in memory, however little stands in it: as much as so many characters. */
    private static final int OBJECT = 1 << 6;

    private final JsonParser parser;
    private final Visitor visitor;
    private long recordStart;
    private long recordObjects;

    JsonDocument(JsonParser parser, Visitor visitor) {
        this.parser = parser;
        this.visitor = visitor;
    }

    void read() throws IOException {
        expect(next(), JsonToken.START_OBJECT, InputReason.OBJECT_EXPECTED);
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            switch (name) {
                case "permissions" -> permissions();
                case "customers" -> customers();
                default -> throw new Refusal(InputReason.FIELD_UNKNOWN, name);
            }
        }
        if (next() != null) {
            throw new Refusal(TransferReason.FILE_MALFORMED, parser.getText());
        }
    }

    private void permissions() throws IOException {
        expect(next(), JsonToken.START_ARRAY, InputReason.LIST_EXPECTED);
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            SourceLocation location = new SourceLocation(line(), "/permissions/" + index);
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                visitor.permission(location, parser.getText());
            } else {
                problem(location, null, InputReason.TEXT_EXPECTED);
                skip();
            }
        }
    }

    private void customers() throws IOException {
        expect(next(), JsonToken.START_ARRAY, InputReason.LIST_EXPECTED);
        begin();
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            ImportRecord customer = entry("/customers/" + index, Field.OF_CUSTOMER, "members");
            if (customer != null) {
                visitor.customer(customer);
            }
            begin();
        }
    }

    private void begin() {
        recordStart = offset();
        recordObjects = 0;
    }

    /** The object at the parser; null, and the problem told, if it is none. */
    private @Nullable ImportRecord entry(String pointer, Set<Field> fields, @Nullable String inner) throws IOException {
        SourceLocation location = new SourceLocation(line(), pointer);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem(location, null, InputReason.OBJECT_EXPECTED);
            skip();
            return null;
        }
        Map<Field, Value> values = new EnumMap<>(Field.class);
        List<ImportRecord> members = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Field field = fields.stream()
                    .filter(one -> one.property().equals(name))
                    .findFirst()
                    .orElse(null);
            next();
            if (field != null) {
                value(location, field, values);
            } else if (name.equals(inner)) {
                members(pointer + "/" + name, members);
            } else {
                visitor.problem(new ImportProblem(
                        new SourceLocation(line(), pointer), null, new Refusal(InputReason.FIELD_UNKNOWN, name)));
                skip();
            }
        }
        return new ImportRecord(location, values, members);
    }

    private void members(String pointer, List<ImportRecord> members) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem(new SourceLocation(line(), pointer), null, InputReason.LIST_EXPECTED);
            skip();
            return;
        }
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            ImportRecord member = entry(pointer + "/" + index, Field.OF_MEMBER, null);
            if (member != null) {
                members.add(member);
            }
        }
    }

    /** Puts what was read; null in JSON is as if it were not there. */
    private void value(SourceLocation entry, Field field, Map<Field, Value> values) throws IOException {
        long line = line();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        SourceLocation location = new SourceLocation(line, entry.pointer() + "/" + field.property());
        values.put(
                field,
                new Value(
                        line,
                        switch (field.shape()) {
                            case TEXT -> text(location, field);
                            case FLAG -> flag(location, field);
                            case LIST -> list(location, field);
                        }));
    }

    private @Nullable List<String> text(SourceLocation location, Field field) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? List.of(parser.getText())
                : wrong(location, field, InputReason.TEXT_EXPECTED);
    }

    private @Nullable List<String> flag(SourceLocation location, Field field) throws IOException {
        return parser.currentToken().isBoolean()
                ? List.of(parser.getText())
                : wrong(location, field, InputReason.FLAG_EXPECTED);
    }

    private @Nullable List<String> list(SourceLocation location, Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return wrong(location, field, InputReason.LIST_EXPECTED);
        }
        List<String> texts = new ArrayList<>();
        boolean right = true;
        while (next() != JsonToken.END_ARRAY) {
            if (right && texts.size() == field.most()) {
                visitor.problem(
                        new ImportProblem(location, field, new Refusal(InputReason.LIST_TOO_LONG, field.most())));
                right = false;
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                if (right) {
                    texts.add(parser.getText());
                }
            } else {
                wrong(location, field, InputReason.TEXT_EXPECTED);
                right = false;
            }
        }
        return right ? texts : null;
    }

    private @Nullable List<String> wrong(SourceLocation location, Field field, Reason reason) throws IOException {
        problem(location, field, reason);
        skip();
        return null;
    }

    private void problem(SourceLocation location, @Nullable Field field, Reason reason) {
        visitor.problem(new ImportProblem(location, field, new Refusal(reason)));
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected, Reason otherwise) {
        if (token == null) {
            throw new Refusal(TransferReason.FILE_MALFORMED, "end of file");
        }
        if (token != expected) {
            throw new Refusal(otherwise);
        }
    }

    /** Leaves the parser at the end of the value that it is at. */
    private void skip() throws IOException {
        if (parser.currentToken().isStructStart()) {
            int depth = parser.getParsingContext().getNestingDepth();
            while (next() != null && parser.getParsingContext().getNestingDepth() >= depth) {
                // The parser's own way would not look at the size of what it passes over.
            }
        }
    }

    private @Nullable JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            recordObjects++;
        }
        if (offset() - recordStart + recordObjects * OBJECT > MAX_RECORD) {
            throw new Refusal(TransferReason.RECORD_TOO_LARGE, MAX_RECORD >> 20);
        }
        return token;
    }

    private long offset() {
        return parser.currentLocation().getCharOffset();
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
