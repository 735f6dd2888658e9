package dev.foyer.mailbox.web;

import dev.foyer.mailbox.Mail;
import dev.foyer.mailbox.MailFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request gets which answer. */
final class Routes {
    private static final Pattern MAIL = Pattern.compile("/mails/(\\d{1,18})(?:/(html|text|source|content))?");

    private final MailFolder mails;

    Routes(MailFolder mails) {
        this.mails = mails;
    }

    Answer answer(String method, String path) throws IOException {
        return switch (method + " " + path) {
            case "GET /" -> ListPage.of(mails.mails());
            case "POST /delete" -> {
                mails.clear();
                yield Answer.seeOther("/");
            }
            case "GET /api/email" -> Answer.of("application/json", MailJson.of(mails.mails()));
            case "DELETE /api/email" -> {
                mails.clear();
                yield Answer.nothing();
            }
            case "GET /mailbox.css" -> resource("mailbox.css", "text/css");
            case "GET /mailbox.js" -> resource("mailbox.js", "text/javascript");
            case "GET /mailbox.svg" -> resource("mailbox.svg", "image/svg+xml");
            default -> method.equals("GET") ? mail(path) : missing();
        };
    }

    private Answer mail(String path) throws IOException {
        Matcher matcher = MAIL.matcher(path);
        Optional<Mail> found = matcher.matches() ? mails.find(Long.parseLong(matcher.group(1))) : Optional.empty();
        if (found.isEmpty()) {
            return missing();
        }
        Mail mail = found.get();
        String view = matcher.group(2);
        if (view == null) {
            return MailPage.of(mail, mail.html() == null ? View.TEXT : View.HTML, mails);
        }
        return view.equals("content") ? MailPage.content(mail) : MailPage.of(mail, View.named(view), mails);
    }

    private static Answer missing() {
        return ProblemPage.of(404, "There is no such page, or the mail was deleted");
    }

    private static Answer resource(String name, String type) throws IOException {
        try (InputStream stream = Routes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("Not in the jar: " + name);
            }
            return Answer.of(type + "; charset=utf-8", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
