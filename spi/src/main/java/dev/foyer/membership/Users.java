package dev.foyer.membership;

import dev.foyer.text.EmailAddress;
import java.util.Optional;

/** The user accounts of the realm, as far as an address tells of one. */
public interface Users {

    /**
     * The id of the one user whose address this is. Where it may be several users', nobody is meant before somebody has
     * proved it.
     */
    Optional<String> findByEmail(EmailAddress email);
}
