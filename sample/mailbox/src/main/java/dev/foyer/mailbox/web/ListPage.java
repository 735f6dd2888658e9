package dev.foyer.mailbox.web;

import dev.foyer.mailbox.Mail;
import java.util.List;

/** All mails, newest first. */
final class ListPage {
    private static final String BODY = """
            <header class="bar">
              <h1>Mailbox</h1>
              <p id="count" role="status">{}</p>
              <details id="deletion"{}>
                <summary>Delete all</summary>
                <form method="post" action="/delete"><button>Delete all mails for good</button></form>
              </details>
            </header>
            <main id="mails">{}</main>
            """;

    private static final String EMPTY = """
            <p class="empty">What the demo sends by e-mail, whoever it is to, appears here by itself.</p>
            """;

    private static final String ITEM = """
            <li>
              <a href="/mails/{}">
                <span class="subject">{}</span>
                {}
                <span class="people"><span class="label">To</span> {}</span>
                <span class="people"><span class="label">From</span> {}</span>
              </a>
            </li>
            """;

    private ListPage() {}

    static Answer of(List<Mail> mails) {
        String count = count(mails.size());
        Html list = mails.isEmpty()
                ? new Html(EMPTY)
                : Html.of(
                        "<ol>{}</ol>",
                        Html.all(mails.stream().map(ListPage::item).toList()));
        Html hidden = mails.isEmpty() ? new Html(" hidden") : Html.NOTHING;
        return Answer.page(200, Layout.livePage("Mailbox: " + count, Html.of(BODY, count, hidden, list)));
    }

    private static Html item(Mail mail) {
        return Html.of(ITEM, mail.id(), MailPage.subject(mail), Times.of(mail.received()), mail.to(), mail.from());
    }

    private static String count(int mails) {
        return switch (mails) {
            case 0 -> "No mails yet";
            case 1 -> "1 mail";
            default -> mails + " mails";
        };
    }
}
