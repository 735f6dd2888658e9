package dev.foyer.mailbox.web;

import dev.foyer.mailbox.Mail;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mails as scripts see them. */
final class MailJson {
    private MailJson() {}

    static String of(List<Mail> mails) {
        return mails.stream().map(MailJson::of).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String of(Mail mail) {
        return "{\"id\":%s,\"time\":%s,\"from\":%s,\"to\":%s,\"subject\":%s,\"text\":%s,\"html\":%s}"
                .formatted(
                        string(String.valueOf(mail.id())),
                        string(mail.received().toString()),
                        string(mail.from()),
                        string(mail.to()),
                        string(mail.subject()),
                        string(mail.text()),
                        string(mail.html()));
    }

    static String string(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        return text.chars().mapToObj(MailJson::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character < ' ' ? "\\u%04x".formatted(character) : Character.toString((char) character);
        };
    }
}
