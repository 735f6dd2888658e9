package dev.foyer.selection.login;

/** The error of a request that nobody can be asked by, where the person has to choose. */
public final class SelectionError {

    public static final String NEEDED = "account_selection_required";

    public static final String DESCRIPTION = "The user has to choose an account";

    private SelectionError() {}
}
