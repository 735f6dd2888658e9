package dev.foyer.mailbox.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as whoever sits at this machine reads them. */
final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Times() {}

    static Html of(Instant time) {
        return Html.of("<time datetime=\"{}\">{}</time>", time, FORMAT.format(time));
    }
}
