package dev.foyer.mailbox.web;

import dev.foyer.mailbox.Mail;
import dev.foyer.mailbox.MailFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One mail: as HTML, as plain text, or its source. */
final class MailPage {
    /** What a mail in its frame may do: open its links, outside the frame. */
    static final String ALLOWED = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    private static final String BODY = """
            <header class="bar"><a href="/">All mails</a></header>
            <main class="mail">
              <h1>{}</h1>
              <dl>
                <div><dt>From</dt><dd>{}</dd></div>
                <div><dt>To</dt><dd>{}</dd></div>
                <div><dt>Received</dt><dd>{}</dd></div>
              </dl>
              <nav aria-label="Views of this mail">{}</nav>
              {}
            </main>
            """;

    private static final String FRAME = """
            <iframe title="The mail as HTML" sandbox="{}" src="/mails/{}/content"></iframe>
            """;

    private MailPage() {}

    static Answer of(Mail mail, View view, MailFolder mails) throws IOException {
        Html views = Html.all(Arrays.stream(View.values())
                .map(each -> each.link(mail.id(), view))
                .toList());
        Html body = Html.of(
                BODY,
                subject(mail),
                mail.from(),
                mail.to(),
                Times.of(mail.received()),
                views,
                switch (view) {
                    case HTML -> mail.html() == null ? absent("HTML") : Html.of(FRAME, ALLOWED, mail.id());
                    case TEXT -> mail.text() == null ? absent("plain text") : preformatted(mail.text());
                    case SOURCE -> preformatted(new String(mails.source(mail.id()), StandardCharsets.UTF_8));
                });
        return Answer.page(200, Layout.page(subject(mail), body));
    }

    /** What the frame has in it: links open outside. */
    static Answer content(Mail mail) {
        return Answer.foreign("<!doctype html><base target=\"_blank\">" + (mail.html() == null ? "" : mail.html()));
    }

    static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static Html preformatted(String text) {
        return Html.of("<pre tabindex=\"0\">{}</pre>", text);
    }

    private static Html absent(String kind) {
        return Html.of("<p class=\"empty\">This mail has no {}.</p>", kind);
    }
}
