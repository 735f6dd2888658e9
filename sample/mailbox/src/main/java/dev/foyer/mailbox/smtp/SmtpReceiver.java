package dev.foyer.mailbox.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.foyer.mailbox.MailFolder;

/** A mail server at 127.0.0.1 that takes mails of anybody to anybody and puts them into a folder. */
public final class SmtpReceiver implements AutoCloseable {
    private static final int STARTUP_MILLIS = 20_000;

    private final GreenMail server;

    /** Starts it; a port of 0 is any that is free. */
    public SmtpReceiver(int port, MailFolder mails) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        server = new GreenMail(setup);
        server.getUserManager().setMessageDeliveryHandler(new Delivery(server, mails));
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
