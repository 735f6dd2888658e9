package dev.foyer.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it.
 *
 * @param id when it came, in milliseconds since 1970: no two mails have the same
 * @param html what it says as HTML, if it does
 * @param text what it says as plain text, if it does
 */
public record Mail(
        long id,
        String from,
        String to,
        String subject,
        @Nullable String html,
        @Nullable String text) {

    public Instant received() {
        return Instant.ofEpochMilli(id);
    }
}
