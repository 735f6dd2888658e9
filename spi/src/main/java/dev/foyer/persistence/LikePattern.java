package dev.foyer.persistence;

import java.util.Locale;

/** What a person typed, to be compared with text in lower case: {@code lower(x) like :text escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    /** Text with this in it, as it stands: the wildcards of LIKE are ordinary letters to a person. */
    public static String containing(String search) {
        return "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
