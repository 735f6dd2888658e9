package dev.foyer.persistence;

import dev.foyer.InputReason;
import dev.foyer.Page;
import dev.foyer.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids page by page, in the order of a key and then of the id. A page begins where an index says that the last one
 * ended, never at an offset, so the last page costs no more than the first.
 */
public final class KeysetQuery {

    private final EntityManager entityManager;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param from the entities, such as {@code CustomerEntity c} */
    public KeysetQuery(EntityManager entityManager, String from) {
        this.entityManager = entityManager;
        this.from = from;
    }

    /** Adds a condition without parameters of its own. */
    public KeysetQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with one parameter; without a value the condition does not matter. */
    public KeysetQuery where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Sets a further parameter of a condition. */
    public KeysetQuery with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** One page of ids. */
    public Page<String> page(String id, Key key, Page.Request<?> request) {
        String order = request.descending() ? " desc" : "";
        Page.Cursor after = request.after();
        if (after != null) {
            String beyond = request.descending() ? "<" : ">";
            // The first half alone is what an index can start from.
            where("%1$s %2$s= :key and (%1$s %2$s :key or %3$s %2$s :id)".formatted(key.expression(), beyond, id));
            with("key", key.parse(after.key())).with("id", after.id());
        }
        List<Tuple> rows = create(
                        "select " + id + ", " + key.expression(),
                        " order by " + key.expression() + order + ", " + id + order,
                        Tuple.class)
                .setMaxResults(request.size() + 1)
                .getResultList();
        boolean more = rows.size() > request.size();
        List<Tuple> page = more ? rows.subList(0, request.size()) : rows;
        Tuple last = more ? page.get(page.size() - 1) : null;
        return new Page<>(
                page.stream().map(row -> row.get(0, String.class)).toList(),
                last == null ? null : new Page.Cursor(last.get(1).toString(), last.get(0, String.class)));
    }

    /** How many there are, up to a limit. */
    public int count(int limit) {
        return create("select 1", "", Integer.class)
                .setMaxResults(limit)
                .getResultList()
                .size();
    }

    private <T> TypedQuery<T> create(String select, String order, Class<T> type) {
        TypedQuery<T> query = entityManager.createQuery(
                select + " from " + from + " where " + String.join(" and ", conditions) + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /**
     * What a list is sorted by.
     *
     * @param type makes its value out of text
     */
    public record Key(String expression, Function<String, ? extends Object> type) {

        /** A text. */
        public static Key text(String expression) {
            return new Key(expression, text -> text);
        }

        /** A time or number. */
        public static Key number(String expression) {
            return new Key(expression, Long::valueOf);
        }

        Object parse(String text) {
            try {
                return type.apply(text);
            } catch (NumberFormatException notFromHere) {
                throw new Refusal(InputReason.CURSOR_INVALID);
            }
        }
    }
}
