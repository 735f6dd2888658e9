package dev.foyer.invitation;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.Membership;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The invitations of one realm. */
public interface Invitations {

    Optional<Invitation> find(String id);

    /** The id of the invitation whose mail holds the token. */
    Optional<String> findByToken(InvitationToken token);

    /** The customer of an invitation, by which it is locked. */
    Optional<String> customerOf(String id);

    /** The one of a membership that has not ended yet. */
    Optional<Invitation> openOf(String membershipId);

    /** All of a membership, the latest first. */
    List<Invitation> history(String membershipId);

    /** The open ones that are addressed to a person, the latest first, with what they offer. */
    List<Offer> addressedTo(Invitee invitee, Instant now, int limit);

    /** What an invitation offers. */
    Optional<Offer> offer(String id);

    /**
     * Makes the token the one of an open invitation, and the one before it dead.
     *
     * @return false if the invitation is not open any more
     */
    boolean seal(String id, InvitationToken token);

    /** Keeps a new invitation, and tells whoever wants to know that it was sent. */
    void add(Invitation invitation);

    /** Keeps whom an open invitation comes from now. That is no news of the invitation: nobody is told. */
    void back(Invitation invitation);

    /**
     * Keeps how an invitation has ended, and tells whoever wants to know: last of all, when what follows from it for the
     * membership is done.
     */
    void save(Invitation invitation);

    /** An invitation with what it offers. */
    record Offer(Invitation invitation, Membership membership, AccountNumber number, Name customerName) {}
}
