package dev.foyer.tests.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server that keeps what it is sent. Register it as a static extension. */
public final class Mailbox implements AfterAllCallback, AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 180_000;

    private final GreenMail server;

    public Mailbox() {
        this(0);
    }

    /** At a port where another one was before. */
    public Mailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What a realm is told so that it sends its mails here. */
    public Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1", "port", String.valueOf(server.getSmtp().getPort()), "from", "shop@example.com");
    }

    /** The texts of all mails to an address. */
    public List<String> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .map(GreenMailUtil::getBody)
                .toList();
    }

    /** The first mails to an address, as they arrive. */
    public List<Letter> await(String address, int count) {
        return await(() -> letters(address), letters -> letters.size() >= count, count + " mails to " + address);
    }

    /** The mail to an address with this subject, as it arrives. */
    public Letter await(String address, String subject) {
        return await(
                        () -> letters(address).stream()
                                .filter(letter -> letter.subject().equals(subject))
                                .toList(),
                        letters -> !letters.isEmpty(),
                        subject)
                .get(0);
    }

    private List<Letter> await(Supplier<List<Letter>> question, Predicate<List<Letter>> enough, String what) {
        while (true) {
            int seen = server.getReceivedMessages().length;
            List<Letter> letters = question.get();
            if (enough.test(letters)) {
                return letters;
            }
            if (!server.waitForIncomingEmail(LONGEST_WAIT_MILLIS, seen + 1)) {
                throw new IllegalStateException("Never came: " + what);
            }
        }
    }

    private List<Letter> letters(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .map(Mailbox::letter)
                .toList();
    }

    static Letter letter(MimeMessage mail) {
        try {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            return new Letter(
                    mail.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as its reader sees it. */
    public record Letter(String subject, String text, String html) {

        /** The one link in the text. */
        public String link() {
            return text.lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Address::toString).toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
