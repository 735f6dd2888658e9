package dev.foyer.tests.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.tests.admin.OpenApi;
import dev.foyer.tests.admin.OpenApi.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests as nobody writes them who means well, made out of an OpenAPI document: each operation with ids, parameters, headers
 * and bodies of which some are right and the others are not. The same random numbers make the same requests.
 */
final class AnyRequest {

    /** What is at these paths is for other tests: it makes much work, or ends what the others need. */
    private static final Pattern LEFT_OUT = Pattern.compile(".*/(export|membership)");

    /** Keycloak itself refuses such a request, before anybody else sees it. */
    private static final Pattern NUL_IN_QUERY = Pattern.compile(".*\\?.*%00.*");

    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is hostile in any place where a text stands. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "a\udc00b",
            "\u202Ea",
            "{x}",
            "%",
            "_%!",
            "\\",
            "'\"<>&;--",
            "null",
            "-1",
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(200),
            "x".repeat(201),
            "x".repeat(254) + "@x.it",
            "\u0130".repeat(240) + "@x.it",
            "\u00df\u0130\ud835\udd38e\u0301",
            "\ud835\udd38".repeat(130),
            "x".repeat(3000),
            "http://localhost/" + "x".repeat(2500));

    /** Bytes that are no JSON, or not the JSON of a body. */
    private static final List<byte[]> BYTES = List.of(
            new byte[0],
            new byte[] {0},
            new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF},
            new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0, '}'},
            "{\"name\": \"\u00e8\"}".getBytes(StandardCharsets.ISO_8859_1),
            "{\"name\": \"\u00e8\"}".getBytes(StandardCharsets.UTF_16),
            bytes("{"),
            bytes("null"),
            bytes("[]"),
            bytes("\"x\""),
            bytes("{} {}"),
            bytes("{\"name\": \"a\", \"name\": \"b\"}"),
            bytes("{\"name\": 1e999999}"),
            bytes("{\"name\":".repeat(2000)),
            bytes("{\"name\": \"" + "x".repeat(70_000) + "\"}"));

    private final Random random;
    private final OpenApi document;
    private final Map<String, List<String>> known;
    private final List<Operation> operations;

    /**
     * @param known values that mean something, by the names of what they are for
     * @param paths which operations are asked for
     */
    AnyRequest(Random random, OpenApi document, Map<String, List<String>> known, Predicate<String> paths) {
        this.random = random;
        this.document = document;
        this.known = known;
        this.operations = document.operations().stream()
                .filter(operation -> !LEFT_OUT.matcher(operation.path()).matches() && paths.test(operation.path()))
                .toList();
    }

    /** One request. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    record Made(String method, String path, @Nullable String contentType, byte @Nullable [] body, String[] headers) {

        /** Whether Keycloak lets it through to the API. */
        boolean isLetThrough() {
            return !NUL_IN_QUERY.matcher(path).matches();
        }

        @Override
        public String toString() {
            String text = body == null ? "" : new String(body, StandardCharsets.ISO_8859_1);
            return method + " " + path + " " + String.join(", ", headers) + " "
                    + text.substring(0, Math.min(text.length(), 500));
        }
    }

    Made next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String path = NAME.matcher(operation.path()).replaceAll(match -> Matcher.quoteReplacement(segment(match)));
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.add(name + "=" + encoded(text(name)));
            } else if (parameter.get("in").asText().equals("header") && random.nextInt(4) > 0) {
                headers.add(name);
                headers.add(pick(requireNonNull(known.get(name), name)));
            }
        }
        String type = operation.contentType();
        boolean isImport = operation.path().endsWith("/import");
        return new Made(
                operation.method(),
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                type.isEmpty() ? null : type,
                type.isEmpty() ? null : isImport ? file() : body(operation.schema(type)),
                headers.toArray(String[]::new));
    }

    /** Of an id never nothing: that would be another path. */
    private String segment(MatchResult match) {
        String text = text(match.group(1));
        return text.isBlank() || text.length() > 300 ? "unknown" : encoded(text);
    }

    private String text(String name) {
        List<String> values = known.get(name);
        return values == null || random.nextInt(3) == 0 ? pick(TEXTS) : pick(values);
    }

    private byte[] body(JsonNode schema) {
        return random.nextInt(12) == 0 ? pick(BYTES) : json(value("", schema, 0));
    }

    /** A file for the import, of which little is right. */
    private byte[] file() {
        if (random.nextInt(4) == 0) {
            return pick(BYTES);
        }
        ObjectNode member = JSON.objectNode();
        for (String field : List.of("kind", "user", "state", "firstName", "email", "phone", "createdAt", "endsAt")) {
            member.set(field, leaf(field));
        }
        member.set("contactTypes", list("contactTypes", 3));
        member.set("permissions", list("permissions", 3));
        ObjectNode customer = JSON.objectNode();
        customer.set("number", leaf("number"));
        customer.set("name", leaf("name"));
        customer.set("type", leaf("type"));
        customer.set("contactTypes", list("contactTypes", 3));
        customer.set("members", JSON.arrayNode().add(member).add(leaf("kind")));
        ObjectNode file = JSON.objectNode();
        file.set("permissions", list("permissions", 2));
        file.set("customers", JSON.arrayNode().add(customer).add(leaf("name")));
        return json(file);
    }

    private JsonNode value(String name, JsonNode reference, int depth) {
        JsonNode schema = document.resolve(reference);
        if (random.nextInt(8) == 0) {
            return anything(depth);
        }
        if (schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            schema.get("properties").properties().forEach(member -> {
                if (random.nextInt(4) > 0) {
                    object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1));
                }
            });
            if (random.nextInt(20) == 0) {
                object.set(pick(TEXTS), anything(depth));
            }
            return object;
        }
        return switch (schema.path("type").asText()) {
            case "array" -> list(name, random.nextInt(10) == 0 ? 250 : 3);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" ->
                JSON.numberNode(pick(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 4_000_000_000_000L)));
            default -> JSON.textNode(text(name));
        };
    }

    private ArrayNode list(String name, int most) {
        ArrayNode list = JSON.arrayNode();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            list.add(leaf(name));
        }
        return list;
    }

    private JsonNode leaf(String name) {
        return random.nextInt(10) == 0 ? anything(0) : JSON.textNode(text(name));
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> JSON.nullNode();
            case 2 -> JSON.booleanNode(true);
            case 3 -> JSON.numberNode(-1);
            case 4 -> JSON.numberNode(1e300);
            case 5 -> JSON.objectNode();
            case 6 -> JSON.arrayNode().add(JSON.nullNode());
            case 7 -> depth > 3 ? JSON.arrayNode() : JSON.objectNode().set("x", anything(depth + 1));
            default -> JSON.textNode(pick(TEXTS));
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What UTF-8 has no form for stands in JSON as an escape. */
    private static byte[] json(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
