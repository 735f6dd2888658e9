package dev.foyer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is read by key.
 *
 * @param next the place of the last item if more follow, else null
 */
public record Page<T>(List<T> items, @Nullable Place next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A place in a list, just after an item.
     *
     * @param key what the list is sorted by
     * @param id tells items with the same key apart
     */
    public record Place(String key, String id) {}

    /**
     * Which part.
     *
     * @param after where to begin; null is the beginning
     * @param size how many at most
     */
    public record Request<S extends Enum<S>>(
            S sort, boolean descending, @Nullable Place after, int size) {}
}
