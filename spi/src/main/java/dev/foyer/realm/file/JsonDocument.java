package dev.foyer.realm.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.realm.Entry;
import dev.foyer.realm.Entry.Value;
import dev.foyer.realm.Field;
import dev.foyer.realm.ImportFile.Visitor;
import dev.foyer.realm.Place;
import dev.foyer.realm.Problem;
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

    private final JsonParser parser;
    private final Visitor visitor;
    private long recordStart;

    JsonDocument(JsonParser parser, Visitor visitor) {
        this.parser = parser;
        this.visitor = visitor;
    }

    void read() throws IOException {
        expect(next(), JsonToken.START_OBJECT, Reason.OBJECT_EXPECTED);
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            switch (name) {
                case "permissions" -> permissions();
                case "customers" -> customers();
                default -> throw new Refusal(Reason.FIELD_UNKNOWN, name);
            }
        }
        if (next() != null) {
            throw new Refusal(Reason.FILE_MALFORMED, parser.getText());
        }
    }

    private void permissions() throws IOException {
        expect(next(), JsonToken.START_ARRAY, Reason.LIST_EXPECTED);
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            Place place = new Place(line(), "/permissions/" + index);
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                visitor.permission(place, parser.getText());
            } else {
                problem(place, null, Reason.TEXT_EXPECTED);
                skip();
            }
        }
    }

    private void customers() throws IOException {
        expect(next(), JsonToken.START_ARRAY, Reason.LIST_EXPECTED);
        recordStart = offset();
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            Entry customer = entry("/customers/" + index, Field.OF_CUSTOMER, "members");
            if (customer != null) {
                visitor.customer(customer);
            }
            recordStart = offset();
        }
    }

    /** The object at the parser; null, and the problem told, if it is none. */
    private @Nullable Entry entry(String pointer, Set<Field> fields, @Nullable String inner) throws IOException {
        Place place = new Place(line(), pointer);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem(place, null, Reason.OBJECT_EXPECTED);
            skip();
            return null;
        }
        Map<Field, Value> values = new EnumMap<>(Field.class);
        List<Entry> members = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Field field = fields.stream()
                    .filter(one -> one.property().equals(name))
                    .findFirst()
                    .orElse(null);
            next();
            if (field != null) {
                value(place, field, values);
            } else if (name.equals(inner)) {
                members(pointer + "/" + name, members);
            } else {
                visitor.problem(new Problem(new Place(line(), pointer), null, new Refusal(Reason.FIELD_UNKNOWN, name)));
                skip();
            }
        }
        return new Entry(place, values, members);
    }

    private void members(String pointer, List<Entry> members) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem(new Place(line(), pointer), null, Reason.LIST_EXPECTED);
            skip();
            return;
        }
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            Entry member = entry(pointer + "/" + index, Field.OF_MEMBER, null);
            if (member != null) {
                members.add(member);
            }
        }
    }

    /** Puts what was read; null in JSON is as if it were not there. */
    private void value(Place entry, Field field, Map<Field, Value> values) throws IOException {
        long line = line();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        Place place = new Place(line, entry.pointer() + "/" + field.property());
        values.put(
                field,
                new Value(
                        line,
                        switch (field.shape()) {
                            case TEXT -> text(place, field);
                            case FLAG -> flag(place, field);
                            case LIST -> list(place, field);
                        }));
    }

    private @Nullable List<String> text(Place place, Field field) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? List.of(parser.getText())
                : wrong(place, field, Reason.TEXT_EXPECTED);
    }

    private @Nullable List<String> flag(Place place, Field field) throws IOException {
        return parser.currentToken().isBoolean()
                ? List.of(parser.getText())
                : wrong(place, field, Reason.FLAG_EXPECTED);
    }

    private @Nullable List<String> list(Place place, Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return wrong(place, field, Reason.LIST_EXPECTED);
        }
        List<String> texts = new ArrayList<>();
        boolean right = true;
        while (next() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            } else {
                wrong(place, field, Reason.TEXT_EXPECTED);
                right = false;
            }
        }
        return right ? texts : null;
    }

    private @Nullable List<String> wrong(Place place, Field field, Reason reason) throws IOException {
        problem(place, field, reason);
        skip();
        return null;
    }

    private void problem(Place place, @Nullable Field field, Reason reason) {
        visitor.problem(new Problem(place, field, new Refusal(reason)));
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected, Reason otherwise) {
        if (token == null) {
            throw new Refusal(Reason.FILE_MALFORMED, "end of file");
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
        if (offset() - recordStart > MAX_RECORD) {
            throw new Refusal(Reason.RECORD_TOO_LARGE, MAX_RECORD >> 20);
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
