package dev.foyer.api;

import dev.foyer.text.Digest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.util.JsonSerialization;

/**
 * The entity tags of representations (RFC 9110, section 8.8.3): hashes of them. Whatever changes what a reader was shown, on
 * whichever table, makes a new tag.
 */
final class EntityTags {

    private EntityTags() {}

    /** The strong one. */
    static EntityTag of(Object representation) {
        try {
            return new EntityTag(Digest.of(JsonSerialization.writeValueAsBytes(representation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The strong one as a header says it. */
    static String header(Object representation) {
        return RuntimeDelegate.getInstance()
                .createHeaderDelegate(EntityTag.class)
                .toString(of(representation));
    }
}
