package dev.foyer.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keycloak.util.JsonSerialization;

/** An OpenAPI document that is checked in, which every answer has to keep to. */
public final class OpenApi {
    public static final OpenApi ADMIN = new OpenApi("/openapi.json", "/admin/realms/{realm}");
    public static final OpenApi SELF_SERVICE =
            new OpenApi("/self-service-openapi.json", "/realms/{realm}/customer-accounts");

    private final JsonNode document;
    private final String base;

    private OpenApi(String file, String base) {
        this.document = read(file);
        this.base = base;
    }

    /**
     * An operation of the document.
     *
     * @param path after what all have in common, with names in braces
     */
    public record Operation(String method, String path, JsonNode description) {

        /** What its body is, or an empty text. */
        public String contentType() {
            var types = description.path("requestBody").path("content").fieldNames();
            return types.hasNext() ? types.next() : "";
        }

        /** What a body of a content type has to be. */
        public JsonNode schema(String contentType) {
            return description
                    .path("requestBody")
                    .path("content")
                    .path(contentType)
                    .path("schema");
        }

        /** The role that it asks for. */
        public String role() {
            return description.at("/security/0/token/0").asText();
        }

        boolean isAt(String otherMethod, String otherPath) {
            String pattern = path.replaceAll("\\{[^}]+}", "[^/]+");
            return method.equals(otherMethod) && otherPath.matches(pattern);
        }
    }

    /** How many paths there are. */
    public int paths() {
        return document.get("paths").size();
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (member.getValue().isObject()) {
                    operations.add(new Operation(
                            member.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().substring(base.length()),
                            member.getValue()));
                }
            }
        }
        return operations;
    }

    /** A schema, or the one that it refers to. */
    public JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** Asserts that the document foresees the answer. Where literal and named segments both fit, literals win. */
    void check(String method, String path, Answer answer) {
        String place = path.replaceAll("\\?.*", "");
        Operation operation = operations().stream()
                .filter(one -> one.isAt(method, place))
                .min(Comparator.comparingLong(
                        one -> one.path().chars().filter(c -> c == '{').count()))
                .orElseThrow(() -> new AssertionError("Not in the document: " + method + " " + place));
        JsonNode response = operation.description().path("responses").path(String.valueOf(answer.status()));
        assertThat(response.isObject())
                .as("%s %s answers %d as documented: %s", method, place, answer.status(), answer.text())
                .isTrue();
        if (answer.text().isEmpty()) {
            assertThat(response.path("content").size() > 0 && answer.status() < 300)
                    .as("a documented body is missing")
                    .isFalse();
            return;
        }
        String contentType = answer.header("Content-Type").replaceAll(";.*", "");
        JsonNode content = response.path("content").path(contentType);
        assertThat(content.isObject())
                .as("%s %s answers %d with %s as documented", method, place, answer.status(), contentType)
                .isTrue();
        assertThat(violations(content.path("schema"), answer.json())).isEmpty();
    }

    private Set<ValidationMessage> violations(JsonNode schema, JsonNode value) {
        if (!schema.isObject()) {
            return Set.of();
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(value);
    }

    private static JsonNode read(String file) {
        try (InputStream json = OpenApi.class.getResourceAsStream(file)) {
            return JsonSerialization.readValue(json, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
