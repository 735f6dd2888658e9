package dev.foyer.customer;

import dev.foyer.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers of one realm as lists, for those who look for some of them. */
public interface CustomerQueries {

    Page<Customer> page(Filter filter, Page.Request<Sort> request);

    /** How many there are; no more than the limit are counted. */
    int count(Filter filter, int limit);

    /** What a list can be sorted by. */
    enum Sort {
        NAME,
        NUMBER,
        CREATED
    }

    /**
     * Which customers; what is null does not matter.
     *
     * @param words each of which begins a term of the customer or of one of its members, as {@link
     *     dev.foyer.text.SearchTerms#wanted} makes them; empty for all
     */
    record Filter(
            @Nullable CustomerState state,
            @Nullable CustomerType type,
            @Nullable Boolean agency,
            List<String> words) {

        /** Every customer. */
        public static final Filter NONE = new Filter(null, null, null, List.of());
    }
}
