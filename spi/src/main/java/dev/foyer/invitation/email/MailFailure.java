package dev.foyer.invitation.email;

import dev.foyer.invitation.MailReason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.keycloak.email.EmailException;

/**
 * What Keycloak says of a mail that the mail server did not take. The server's own words are among the causes, and among the
 * "next" ones that Jakarta Mail keeps beside them; Keycloak adds an exception of its own around, and one more around what
 * failed before there was a connection.
 */
final class MailFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MailReason reason;

    private MailFailure(MailReason reason, Throwable why) {
        super(reason.key() + ", " + lastOf(why), why);
        this.reason = reason;
    }

    /** @param addressIsUsable whether Keycloak takes the recipient's address for one: it says alike of the sender's */
    static MailFailure of(EmailException failure, boolean addressIsUsable) {
        return new MailFailure(reason(failure, addressIsUsable), failure);
    }

    /** Why any attempt failed: what nobody foresaw is a mail that can not be written. */
    static MailReason reasonOf(RuntimeException failure) {
        return failure instanceof MailFailure known ? known.reason : MailReason.MAIL_UNWRITTEN;
    }

    private static MailReason reason(EmailException failure, boolean addressIsUsable) {
        List<Throwable> causes = causes(failure);
        if (!addressIsUsable) {
            return MailReason.MAIL_ADDRESS_UNUSABLE;
        }
        if (causes.size() == 1 || causes.stream().skip(1).anyMatch(MailFailure::isOfConnecting)) {
            return MailReason.MAIL_SERVER_UNAVAILABLE;
        }
        if (causes.stream().noneMatch(MessagingException.class::isInstance)) {
            return MailReason.MAIL_UNWRITTEN;
        }
        if (causes.stream().anyMatch(MailFailure::refusesAddress)) {
            return MailReason.MAIL_ADDRESS_REFUSED;
        }
        return causes.stream().anyMatch(MailFailure::refusesMail) ? MailReason.MAIL_REFUSED : MailReason.MAIL_DELAYED;
    }

    private static boolean isOfConnecting(Throwable cause) {
        return cause instanceof EmailException || cause instanceof AuthenticationFailedException;
    }

    private static boolean refusesAddress(Throwable cause) {
        return cause instanceof SMTPAddressFailedException refusal && isPermanent(refusal.getReturnCode());
    }

    /** What is refused with the sender concerns the realm's settings, and not this mail. */
    private static boolean refusesMail(Throwable cause) {
        return cause instanceof SMTPSendFailedException refusal
                && isPermanent(refusal.getReturnCode())
                && !refusal.getCommand().startsWith("MAIL");
    }

    /** RFC 5321, section 4.2.1; but 530 asks the realm to sign in (RFC 4954, section 6). */
    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600 && code != 530;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> found = new ArrayList<>();
        collect(failure, found);
        return found;
    }

    private static void collect(Throwable failure, List<Throwable> found) {
        if (found.contains(failure)) {
            return;
        }
        found.add(failure);
        Stream.of(failure.getCause(), failure instanceof MessagingException mail ? mail.getNextException() : null)
                .filter(Objects::nonNull)
                .forEach(next -> collect(next, found));
    }

    private static Throwable lastOf(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return causes.get(causes.size() - 1);
    }
}
