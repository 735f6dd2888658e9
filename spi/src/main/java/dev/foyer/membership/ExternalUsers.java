package dev.foyer.membership;

import dev.foyer.Refusal;
import dev.foyer.text.EmailAddress;
import java.util.Optional;

/** The user accounts of people who belong to customers. */
public interface ExternalUsers {

    /** The id of the user whose address this is. */
    Optional<String> findByEmail(EmailAddress email);

    /**
     * Creates a user who signs in with the address.
     *
     * @return the user's id
     * @throws Refusal {@code USER_REFUSED} if the realm's rules for users say no
     */
    String create(Person person);

    /**
     * Sends the user the mail with which they set their password and prove their address.
     *
     * @throws Refusal {@code EMAIL_NOT_SENT}
     */
    void welcome(String userId);
}
