package dev.foyer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is read by key.
 *
 * @param next the cursor of the last item if more follow, else null
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Where a list goes on: just after an item.
     *
     * @param key what the list is sorted by
     * @param id tells items with the same key apart
     */
    public record Cursor(String key, String id) {}

    /**
     * Which part.
     *
     * @param after where to begin; null is the beginning
     * @param size how many at most
     */
    public record Request<S extends Enum<S>>(
            S sort, boolean descending, @Nullable Cursor after, int size) {}
}
