package dev.foyer.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.InputReason;
import dev.foyer.Page;
import dev.foyer.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list over HTTP, page by page: {@code limit}, {@code sort}, {@code order}, and a {@code cursor} that the answer's link to
 * the next page holds (RFC 8288). A cursor says after which item to go on, in the order that it was made for.
 */
public record Paging<S extends Enum<S>>(Page.Request<S> request) {

    /** How many items a page can have. */
    public static final int MAX_LIMIT = 100;

    private static final int DEFAULT_LIMIT = 20;
    private static final String SEPARATOR = "\n";

    /** The part of a list that a request asks for, sorted by the first of the sorts unless it says otherwise. */
    public static <S extends Enum<S>> Paging<S> of(
            Class<S> sorts,
            @Nullable String sort,
            @Nullable String order,
            @Nullable String limit,
            @Nullable String cursor) {
        S by = RequestValues.parameter("sort", sort, RequestValues.oneOf(sorts));
        Order way = RequestValues.parameter("order", order, RequestValues.oneOf(Order.class));
        Integer size = RequestValues.parameter("limit", limit, RequestValues.number(1, MAX_LIMIT));
        S sorted = by == null ? sorts.getEnumConstants()[0] : by;
        boolean descending = way == Order.DESC;
        return new Paging<>(new Page.Request<>(
                sorted,
                descending,
                RequestValues.parameter("cursor", cursor, text -> decode(text, prefix(sorted, descending))),
                size == null ? DEFAULT_LIMIT : size));
    }

    /** A page with the link to the next one. */
    public <T> Response answer(UriInfo uri, Page<T> page, Function<T, ?> representation) {
        Response.ResponseBuilder response =
                Response.ok(page.items().stream().map(representation).toList());
        Page.Cursor next = page.next();
        if (next != null) {
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", encode(next))
                            .build(),
                    "next");
        }
        return response.build();
    }

    private String encode(Page.Cursor place) {
        String text = prefix(request.sort(), request.descending()) + place.id() + SEPARATOR + place.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static Page.Cursor decode(String cursor, String prefix) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            String[] parts =
                    text.startsWith(prefix) ? text.substring(prefix.length()).split(SEPARATOR, 2) : new String[0];
            if (parts.length == 2 && text.indexOf('\0') < 0) {
                return new Page.Cursor(parts[1], parts[0]);
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below.
        }
        throw new Refusal(InputReason.CURSOR_INVALID);
    }

    private static String prefix(Enum<?> sort, boolean descending) {
        return sort.name().toLowerCase(Locale.ROOT) + (descending ? "-" : "+") + SEPARATOR;
    }

    private enum Order {
        ASC,
        DESC
    }
}
