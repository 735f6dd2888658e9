package dev.foyer.mailbox;

import dev.foyer.mailbox.smtp.SmtpReceiver;
import dev.foyer.mailbox.web.MailboxServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The demo's mailbox, which only this machine reaches: {@code java dev.foyer.mailbox.Mailbox SMTP_PORT MAILBOX_PORT FOLDER}.
 */
public final class Mailbox implements AutoCloseable {
    private static final int LIMIT = 500;

    private final SmtpReceiver receiver;
    private final MailboxServer server;

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: Mailbox SMTP_PORT MAILBOX_PORT FOLDER");
            System.exit(2);
        }
        new Mailbox(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    /** Starts it; a port of 0 is any that is free. It lasts until it is closed, or the program ends. */
    Mailbox(int smtpPort, int webPort, Path folder) throws IOException {
        MailFolder mails = new MailFolder(folder, LIMIT);
        // The first takes its port and no thread yet: when the second fails the program ends.
        server = new MailboxServer(webPort, mails);
        receiver = new SmtpReceiver(smtpPort, mails);
        server.start();
    }

    int smtpPort() {
        return receiver.port();
    }

    int webPort() {
        return server.port();
    }

    @Override
    public void close() {
        receiver.close();
        server.close();
    }
}
