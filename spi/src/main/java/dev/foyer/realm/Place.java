package dev.foyer.realm;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param pointer the same as a JSON Pointer (RFC 6901), where the format is JSON: a file may well be one long line
 */
public record Place(long line, @Nullable String pointer) {

    /** The place of something on a line of its own inside this one. */
    Place inside(long itsLine, String name) {
        return new Place(itsLine, pointer == null ? null : pointer + "/" + name);
    }
}
