package dev.foyer.mailbox.smtp;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import dev.foyer.mailbox.MailFolder;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Puts each mail into the folder. The server asks once for every recipient, one mail after the other, and gives its sender an
 * error when this fails.
 */
final class Delivery implements MessageDeliveryHandler {
    private final GreenMail server;
    private final GreenMailUser everybody;
    private final MailFolder mails;
    private @Nullable MovingMessage latest;

    Delivery(GreenMail server, MailFolder mails) {
        this.server = server;
        this.mails = mails;
        everybody = server.setUser("everybody@localhost", "everybody");
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // The same mail, for its next recipient.
    public GreenMailUser handle(MovingMessage mail, MailAddress recipient) throws MessagingException {
        if (mail != latest) {
            keep(mail);
            latest = mail;
        }
        return everybody;
    }

    private void keep(MovingMessage mail) throws MessagingException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        try {
            mail.getMessage().writeTo(source);
            mails.add(source.toByteArray());
            // The server keeps mails as well, in memory.
            server.purgeEmailFromAllMailboxes();
        } catch (IOException | FolderException e) {
            throw new MessagingException("The mail could not be kept", e);
        }
    }
}
