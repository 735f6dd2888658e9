package dev.foyer.selection;

/** What a sign-in comes to. */
public sealed interface Selection {

    /** It is clear which account: no page. */
    record Chosen(Account account) implements Selection {}

    /** It is clear which account, but it opens only to those who have used a second factor. */
    record StepUp(Account account) implements Selection {}

    /** The person has to choose. */
    record Ask() implements Selection {}

    /** The person goes on without an account, and may. */
    record Without() implements Selection {}

    /** No account is open to the person, and the application needs one. */
    record None() implements Selection {}
}
