package dev.foyer.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param pointer the same as a JSON Pointer (RFC 6901), where the format is JSON: a file may well be one long line
 */
public record SourceLocation(long line, @Nullable String pointer) {

    /** The location of something on a line of its own inside this one. */
    SourceLocation inside(long itsLine, String name) {
        return new SourceLocation(itsLine, pointer == null ? null : pointer + "/" + name);
    }
}
