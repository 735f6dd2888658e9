package dev.foyer.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a mail from its source. Whatever is wrong with a mail, there is something to show: programs are tried out here. */
final class MailSource {
    /** Parts in parts: a mail that goes deeper was made to break its reader. */
    private static final int DEEPEST = 10;

    private final MimeMessage message;

    private MailSource(MimeMessage message) {
        this.message = message;
    }

    static Mail read(long id, byte[] source) {
        try {
            Properties properties = new Properties();
            properties.setProperty("mail.mime.allowutf8", "true");
            MailSource mail =
                    new MailSource(new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(source)));
            return new Mail(
                    id,
                    mail.header("From"),
                    mail.header("To"),
                    mail.header("Subject"),
                    mail.body("text/html"),
                    mail.body("text/plain"));
        } catch (MessagingException e) {
            return new Mail(id, "", "", "", null, new String(source, StandardCharsets.UTF_8));
        }
    }

    private String header(String name) throws MessagingException {
        String value = message.getHeader(name, ", ");
        if (value == null) {
            return "";
        }
        String line = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException e) {
            return line;
        }
    }

    private @Nullable String body(String type) {
        try {
            return find(message, type, 0);
        } catch (MessagingException | IOException e) {
            return null;
        }
    }

    private static @Nullable String find(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return text(part);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String text(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
