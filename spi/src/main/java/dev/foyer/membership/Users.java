package dev.foyer.membership;

import dev.foyer.text.EmailAddress;
import java.util.Optional;

/** The user accounts of the realm, as far as memberships ask about them. */
public interface Users {

    /**
     * The one user who says that this address is theirs, be it proved or not. Where it may be several users', nobody is
     * meant before somebody has proved it.
     */
    Optional<Holder> findByEmail(EmailAddress email);

    /** The id of the one user who has proved that the address is theirs: the only one whom it stands for. */
    default Optional<String> findByProvedEmail(EmailAddress email) {
        return findByEmail(email).filter(Holder::proved).map(Holder::userId);
    }

    /**
     * A user with an address.
     *
     * @param proved whether the address is known to be the user's, by Keycloak's flag for verified addresses; else it is a
     *     mere claim, which anybody can make who may edit their own profile
     */
    record Holder(String userId, boolean proved) {}

    /**
     * Whether there still is such a user. Where nobody can be asked, there is: a directory that is down takes nobody away.
     */
    default boolean exists(String userId) {
        return true;
    }
}
