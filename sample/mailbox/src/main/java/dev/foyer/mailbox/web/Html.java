package dev.foyer.mailbox.web;

import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of HTML. Whatever was filled in is text and no markup, unless it is such a piece itself. */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    private static final Pattern GAP = Pattern.compile("\\{}");

    /** A template in which each {@code {}} is filled with a value. */
    static Html of(String template, Object... values) {
        Iterator<Object> rest = List.of(values).iterator();
        return new Html(GAP.matcher(template).replaceAll((MatchResult gap) -> {
            Object value = rest.next();
            return Matcher.quoteReplacement(value instanceof Html html ? html.markup() : escape(value.toString()));
        }));
    }

    static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
