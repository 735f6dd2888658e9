package dev.foyer.selection;

/** What a sign-in comes to. */
public sealed interface Selection {

    /** It is clear which account: no page. */
    record Chosen(Account account) implements Selection {}

    /**
     * The person has to choose.
     *
     * @param hintFailed whether the application named an account that is not one of the person's; nothing more is told
     */
    record Ask(boolean hintFailed) implements Selection {}

    /** No account is open to the person. */
    record None() implements Selection {}
}
