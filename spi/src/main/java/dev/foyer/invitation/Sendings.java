package dev.foyer.invitation;

import dev.foyer.text.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How often people of one realm were invited lately. It is counted apart from the invitations: those go with their
 * membership, customer or user, and would take with them what they count for. One instance serves one transaction.
 */
public interface Sendings {

    /**
     * Holds what is counted together until the transaction ends: nobody else counts it or adds to it meanwhile. A
     * transaction asks for all that it needs at once: two that did so bit by bit could wait for each other.
     *
     * <p>What is sent to a customer needs no hold of its own: whoever invites has locked the customer.
     */
    void hold(Collection<? extends Window> windows);

    /**
     * How often somebody was invited since a moment.
     *
     * @return the times of the latest ones, not more than the limit and the latest first
     */
    List<Instant> recent(Window window, Instant since, int limit);

    /** Counts an invitation, for whoever and whatever it is counted for. */
    void add(Invitation invitation);

    /** Which invitations are counted together. */
    sealed interface Window {
        /** All by one member. */
        record By(String userId) implements Window {}

        /** All to one customer. */
        record Into(String customerId) implements Window {}

        /** All to one address. */
        record To(EmailAddress address) implements Window {}
    }
}
