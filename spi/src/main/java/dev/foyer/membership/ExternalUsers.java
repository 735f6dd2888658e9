package dev.foyer.membership;

/**
 * The external users of one realm: whoever ever was a person of a customer, registered themselves or came by an identity
 * provider. Nobody stops being one as long as they are a user; everybody else is internal.
 *
 * <p>A membership makes its user external by itself, as {@link Membership#makesExternal} says.
 */
public interface ExternalUsers {

    UserType type(String userId);

    /** Keeps that a user is external; changes nothing for one who is known to be. */
    void add(String userId);
}
