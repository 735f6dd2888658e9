package dev.foyer.invitation;

import dev.foyer.invitation.Outbox.Mail;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails of all realms that are still to be sent, shared by all nodes. */
public interface MailQueue {

    /**
     * Takes the mail that waits longest, for one attempt. No other node gets it before the lease is over; if this one dies
     * meanwhile, another attempt follows then.
     *
     * @param without realms that must wait
     */
    Optional<Due> take(Instant now, Instant leasedUntil, Collection<String> without);

    /** The mail is gone. */
    void sent(String id);

    /**
     * The attempt failed.
     *
     * @param dueAt when to try again; null to give up
     */
    void failed(String id, @Nullable Instant dueAt);

    /** There is nothing to be told any more. */
    void drop(String id);

    /**
     * A mail to be sent.
     *
     * @param baseUri the address of the server, for links
     * @param attempts how often it has been tried, this time included
     */
    record Due(String id, String realmId, String invitationId, Mail mail, String baseUri, int attempts) {}
}
