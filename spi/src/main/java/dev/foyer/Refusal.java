package dev.foyer;

import java.util.List;

/**
 * A rule of the domain said no. The one exception of the domain: adapters turn it into an RFC 9457 problem, a message on
 * a page or a line of an import report, always through {@link #reason()}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> details;

    /**
     * @param reason which rule
     * @param details what the reader needs to mend it, in the order of the reason's message; never a secret and never an
     *     id that the caller may not see
     */
    public Refusal(Reason reason, Object... details) {
        super(reason.key() + " " + List.of(details), null, false, false);
        this.reason = reason;
        this.details = List.of(details);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> details() {
        return details;
    }
}
