package dev.foyer.client;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param cursor what asks for the next page; null if this is the last
 */
public record Page<T>(List<T> items, @Nullable String cursor) {

    private static final Pattern CURSOR = Pattern.compile("(?:^|&)cursor=([^&]+)");

    public Page {
        items = List.copyOf(items);
    }

    /** Reads a page and closes the response. */
    public static <T> Page<T> of(Response response, GenericType<List<T>> type) {
        try (response) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new WebApplicationException(response);
            }
            return new Page<>(response.readEntity(type), cursor(response.getHeaderString(HttpHeaders.LINK)));
        }
    }

    private static @Nullable String cursor(@Nullable String link) {
        if (link == null) {
            return null;
        }
        Matcher matcher = CURSOR.matcher(Link.valueOf(link).getUri().getRawQuery());
        return matcher.find() ? matcher.group(1) : null;
    }
}
