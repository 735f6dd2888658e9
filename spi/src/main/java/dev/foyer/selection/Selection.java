package dev.foyer.selection;

/** What a sign-in comes to. */
public sealed interface Selection {

    /** It is clear which account: no page. */
    record Chosen(Account account) implements Selection {}

    /** The person has to choose. */
    record Ask() implements Selection {}

    /** No account is open to the person. */
    record None() implements Selection {}
}
