package dev.foyer.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.text.StorableText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The body of a request, read strictly: what is not foreseen is refused by name instead of passed over, and what is huge,
 * deep or said twice never becomes objects. It is judged when it is asked for what it says, not when it comes: whoever may
 * not send it learns only that.
 */
public final class JsonBody {

    /** The media type of {@link #patch}. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_DEPTH = 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names come from outside: they must not fill tables that outlive the parser.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfigDefaults(coercion -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    coercion.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert))
            .build();

    private final byte[] start;

    private JsonBody(byte[] start) {
        this.start = start;
    }

    /** Reads no more of it than tells whether it is too large. */
    static JsonBody of(InputStream body) throws IOException {
        return new JsonBody(body.readNBytes(MAX_BYTES + 1));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return start.length == 0;
    }

    /** @throws Refusal {@code BODY_TOO_LARGE} */
    byte[] bytes() {
        if (start.length > MAX_BYTES) {
            throw new Refusal(ApiReason.BODY_TOO_LARGE, MAX_BYTES >> 10);
        }
        return start;
    }

    /** @throws Refusal naming what does not fit */
    public <T> T as(Class<T> type) {
        return convert(tree(), type);
    }

    /**
     * The body as a merge patch (RFC 7396) on something.
     *
     * @throws Refusal naming what does not fit
     */
    public <T> T patch(T target, Class<T> type) {
        JsonNode patch = tree();
        // By itself as well, or a null could name a member that does not exist.
        convert(patch, type);
        return convert(merge(MAPPER.valueToTree(target), patch), type);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode members)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : MAPPER.createObjectNode();
        for (var member : members.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merge(result.path(member.getKey()), member.getValue()));
            }
        }
        return result;
    }

    private JsonNode tree() {
        try {
            JsonNode tree = MAPPER.readTree(text());
            if (!tree.isObject()) {
                throw new Refusal(InputReason.OBJECT_EXPECTED);
            }
            requireWhole("", tree);
            return tree;
        } catch (JacksonException e) {
            throw new Refusal(ApiReason.BODY_MALFORMED, e.getOriginalMessage());
        }
    }

    /** Decoded here: Jackson guesses other encodings (RFC 8259, section 8.1, knows one) and lets some of what is none pass. */
    private String text() {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(ApiReason.BODY_NOT_UTF8);
        }
    }

    /** Each text is one that can be kept, and a list has something in each of its places, whatever they are for. */
    private static void requireWhole(String pointer, JsonNode tree) {
        if (tree.isTextual()) {
            try {
                StorableText.require(tree.textValue());
            } catch (Refusal refusal) {
                throw refusal.at(new Pointer(pointer));
            }
        }
        for (int place = 0; tree.isArray() && place < tree.size(); place++) {
            if (tree.get(place).isNull()) {
                throw new Refusal(InputReason.VALUE_MISSING).at(new Pointer(pointer + "/" + place));
            }
            requireWhole(pointer + "/" + place, tree.get(place));
        }
        tree.properties().forEach(member -> requireWhole(pointer + step(member.getKey()), member.getValue()));
    }

    /** A step of a JSON Pointer (RFC 6901). */
    private static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw new Refusal(InputReason.FIELD_UNKNOWN, e.getPropertyName()).at(pointer(e));
        } catch (MismatchedInputException e) {
            throw new Refusal(expected(e.getTargetType())).at(pointer(e));
        } catch (JacksonException e) {
            throw new Refusal(ApiReason.BODY_MALFORMED, e.getOriginalMessage());
        }
    }

    private static Reason expected(Class<?> type) {
        if (type == String.class) {
            return InputReason.TEXT_EXPECTED;
        }
        if (type == Boolean.class) {
            return InputReason.FLAG_EXPECTED;
        }
        if (type == Long.class) {
            return InputReason.NUMBER_EXPECTED;
        }
        return Collection.class.isAssignableFrom(type) ? InputReason.LIST_EXPECTED : InputReason.OBJECT_EXPECTED;
    }

    private static Pointer pointer(JsonMappingException e) {
        return new Pointer(e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(JsonBody::step)
                .collect(Collectors.joining()));
    }
}
