package dev.foyer.text;

/** Text that people typed, in messages that some themes print as HTML and others as text. */
public final class Markup {

    private Markup() {}

    /**
     * The text with other characters in the place of those that HTML would take for markup. To escape them would not do: what
     * prints HTML decodes it first, and what prints text would show it.
     */
    public static String disarm(String text) {
        return text.replace('<', '\u2039').replace('>', '\u203a').replaceAll("&(?=[#\\w])", "\uff06");
    }
}
