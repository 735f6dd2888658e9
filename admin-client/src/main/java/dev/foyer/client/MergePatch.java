package dev.foyer.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall change (RFC 7396): members that are not named stay as they are.
 *
 * @param members those that are named; null takes one away, another patch changes an object
 */
public record MergePatch(@JsonValue Map<String, @Nullable Object> members) {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    public MergePatch {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A patch of one member. */
    public static MergePatch of(String member, @Nullable Object value) {
        return new MergePatch(Map.of()).and(member, value);
    }

    public MergePatch and(String member, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new MergePatch(more);
    }
}
