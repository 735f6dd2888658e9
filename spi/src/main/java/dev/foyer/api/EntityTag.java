package dev.foyer.api;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import dev.foyer.text.Digest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * The entity tag of a representation (RFC 9110, section 8.8.3): a hash of it. Whatever changes what a reader was shown, on
 * whichever table, makes a new tag.
 */
public final class EntityTag {

    private EntityTag() {}

    /** The strong tag, in quotes. */
    public static String of(Object representation) {
        try {
            return "\"" + Digest.of(JsonSerialization.writeValueAsBytes(representation)) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a request says in {@code If-Match} (RFC 9110, section 13.1.1). */
    public record Condition(@Nullable String ifMatch) {

        /** @throws Refusal {@code IF_MATCH_MISSING} if the request says nothing */
        public static Condition required(HttpHeaders headers) {
            Condition condition = optional(headers);
            if (condition.ifMatch == null) {
                throw new Refusal(ApiReason.IF_MATCH_MISSING).at(new Parameter(HttpHeaders.IF_MATCH));
            }
            return condition;
        }

        public static Condition optional(HttpHeaders headers) {
            return new Condition(headers.getHeaderString(HttpHeaders.IF_MATCH));
        }

        /** @throws Refusal {@code VERSION_STALE} if another representation is meant than the present one */
        public void require(Object present) {
            if (ifMatch == null || ifMatch.strip().equals("*")) {
                return;
            }
            String tag = of(present);
            if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
                throw new Refusal(ApiReason.VERSION_STALE).at(new Parameter(HttpHeaders.IF_MATCH));
            }
        }
    }
}
