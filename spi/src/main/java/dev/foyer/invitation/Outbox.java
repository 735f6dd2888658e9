package dev.foyer.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mails that wait to be sent. They are put here together with what they tell of, or not at all. */
public interface Outbox {

    /** Has a mail sent as soon as this transaction has ended well. */
    void add(Mail mail, Invitation invitation);

    /** How far the mails to the invitees are, by the ids of their invitations. */
    Map<String, Delivery> deliveries(Collection<String> invitationIds);

    /** What a mail says, and so who gets it. */
    enum Mail {
        /** To the invitee: the invitation. */
        INVITED,
        /** To the inviter: the invitee said yes. */
        ACCEPTED,
        /** To the inviter: the invitee said no. */
        REJECTED,
        /** To the inviter: somebody else took the invitation back. */
        REVOKED;

        /** The name of its template. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How far a mail is.
     *
     * @param attempts how often it was tried to be sent
     * @param triedAt the last time; null if never
     * @param reason why it failed that time; null if it did not, or if that is not known
     */
    record Delivery(
            State state,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable MailReason reason) {

        /** Whether the mail is gone. */
        public enum State {
            WAITING,
            SENT,
            /** Given up. */
            FAILED;

            /** The name in JSON. */
            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
