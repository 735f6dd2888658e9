package dev.foyer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the domain said no. The one exception of the domain: adapters turn it into an RFC 9457 problem, a message on
 * a page or a line of an import report, always through {@link #reason()}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> details;
    private final transient @Nullable Location location;

    /**
     * @param reason which rule
     * @param details what the reader needs to mend it, in the order of the reason's message; never a secret and never an
     *     id that the caller may not see
     */
    public Refusal(Reason reason, Object... details) {
        this(reason, List.of(details), null);
    }

    private Refusal(Reason reason, List<Object> details, @Nullable Location location) {
        super(reason.key() + " " + details, null, false, false);
        this.reason = reason;
        this.details = details;
        this.location = location;
    }

    /** What is not there, or not for this caller: nobody can tell which. */
    public static Refusal notFound() {
        return new Refusal(InputReason.NOT_FOUND);
    }

    /** The same refusal, saying what of the request it concerns. */
    public Refusal at(Location newLocation) {
        return new Refusal(reason, details, newLocation);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> details() {
        return details;
    }

    public @Nullable Location location() {
        return location;
    }

    /** Something in a request. */
    public sealed interface Location {}

    /** A member of the body, as a JSON Pointer (RFC 6901). */
    public record Pointer(String value) implements Location {}

    /** A query parameter or header. */
    public record Parameter(String name) implements Location {}
}
