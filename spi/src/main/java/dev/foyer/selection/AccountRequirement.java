package dev.foyer.selection;

/** Whether a sign-in to an application needs an account. */
public enum AccountRequirement {
    /** Nobody gets in without one. */
    REQUIRED,
    /** Whoever has accounts acts for one; whoever has none gets in without. */
    OPTIONAL,
    /** The application knows nothing of accounts. */
    NEVER
}
