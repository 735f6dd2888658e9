package dev.foyer.selection;

/** How an application comes to another account of the person who uses it. */
public enum AccountSwitch {
    /** It names the account, and has it. */
    SILENT,
    /** It sends the person to the page, and they choose. */
    PAGE
}
