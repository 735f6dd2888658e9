package dev.foyer.invitation;

import dev.foyer.invitation.Outbox.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails of all realms that are still to be sent, shared by all nodes. */
public interface MailQueue {

    /**
     * Some realms that mails are due in, in the order of their ids.
     *
     * @param after the realm after which they come; null for the first
     */
    List<String> realms(Instant now, @Nullable String after, int limit);

    /**
     * Takes the mail of a realm that waits longest, for one attempt. No other node gets it before the lease is over; if this
     * one dies meanwhile, another attempt follows then.
     */
    Optional<Lease> take(String realmId, Instant now, Instant leasedUntil);

    /** What is to be sent; empty if it has gone with its invitation. */
    Optional<Due> read(Lease lease);

    /** The mail is gone. */
    void sent(Lease lease);

    /**
     * The attempt failed. Nothing happens if another one has begun since.
     *
     * @param dueAt when to try again; null to give up
     */
    void failed(Lease lease, MailReason reason, @Nullable Instant dueAt);

    /** There is nothing to be told any more. */
    void drop(Lease lease);

    /**
     * One attempt to send a mail.
     *
     * @param id the mail's
     * @param attempts how often it has been tried, this time included
     */
    record Lease(String id, String realmId, int attempts) {}

    /**
     * A mail to be sent.
     *
     * @param baseUri the address of the server, for links
     */
    record Due(String invitationId, Mail mail, String baseUri) {}
}
