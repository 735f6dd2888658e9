package dev.foyer.mailbox.web;

import java.util.Locale;

/** The ways to see a mail. */
enum View {
    HTML("HTML"),
    TEXT("Text"),
    SOURCE("Source");

    private final String title;

    View(String title) {
        this.title = title;
    }

    static View named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Html link(long mail, View current) {
        return Html.of(
                "<a href=\"/mails/{}/{}\"{}>{}</a>",
                mail,
                name().toLowerCase(Locale.ROOT),
                this == current ? new Html(" aria-current=\"page\"") : Html.NOTHING,
                title);
    }
}
