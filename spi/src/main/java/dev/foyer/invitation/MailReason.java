package dev.foyer.invitation;

import dev.foyer.Reason;

/** Why a mail has not been sent, in words for whoever invited. */
public enum MailReason implements Reason {
    /** The mail server refuses the address for good (SMTP 5yz, RFC 5321, section 4.2.1). */
    MAIL_ADDRESS_REFUSED(true),
    /** No mail server could be asked: the address cannot be one. */
    MAIL_ADDRESS_UNUSABLE(true),
    /** The mail server refuses what the mail says, for good. */
    MAIL_REFUSED(true),
    /** The mail server does not take it now, or does not answer. */
    MAIL_DELAYED(false),
    /** There is no mail server, or none that lets the realm in. */
    MAIL_SERVER_UNAVAILABLE(false),
    /** It could not be written. */
    MAIL_UNWRITTEN(false);

    private final boolean permanent;

    MailReason(boolean permanent) {
        this.permanent = permanent;
    }

    /** Whether another attempt would end alike. */
    public boolean isPermanent() {
        return permanent;
    }

    @Override
    public Kind kind() {
        return Kind.UNDELIVERED;
    }
}
