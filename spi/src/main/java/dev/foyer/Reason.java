package dev.foyer;

import java.util.Locale;

/**
 * Why the domain refused: the constants of an enum that each feature has for itself. Their texts stand beside the enum, in
 * a resource bundle of its name, one for each language.
 */
public interface Reason {

    /** The constant's name, as every enum has it. */
    String name();

    /** What sort of refusal it is, by which an API chooses the status of its answer. */
    Kind kind();

    /** The stable name to the outside, such as {@code account-id-taken}: problem type and message key. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Sorts of refusals. */
    enum Kind {
        /** What was given is not right in itself. */
        INVALID,
        /** Nobody knows who asks. */
        UNAUTHENTICATED,
        /** Who asks may not. */
        FORBIDDEN,
        /** It does not exist, or not for who asks. */
        ABSENT,
        /** It contradicts what is there. */
        CONFLICT,
        /** What is to be changed is not what was seen. */
        STALE,
        /** There is too much of it. */
        TOO_LARGE,
        /** It contradicts an earlier request. */
        CONTRADICTORY,
        /** It must be said what was seen. */
        UNCONDITIONAL,
        /** There was too much of it lately. */
        LIMITED,
        /** Another server did not take what it was handed. */
        UNDELIVERED
    }
}
