package dev.foyer.transfer;

import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Person;
import dev.foyer.membership.Profile;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * A membership on its way to another server, where users have other ids.
 *
 * @param profile of its user; null if it has none, or none that can be found
 */
public record ExportedMembership(
        Membership membership, @Nullable Profile profile) {

    /** Of its user; null if it has none, or none that can be found. */
    public @Nullable String username() {
        return profile == null ? null : profile.username();
    }

    /**
     * The person as they are called now: who has entered the account, by their user account. What no import would take of that,
     * for Keycloak allows more, is left out.
     */
    public Person person() {
        Person recorded = membership.person();
        if (profile == null || !membership.hasEntered()) {
            return recorded;
        }
        String email = profile.email();
        return new Person(
                name(profile.firstName()),
                name(profile.lastName()),
                email == null ? null : EmailAddress.parse(email).orElse(null),
                recorded.phone());
    }

    /**
     * What holds elsewhere too: an invitation is open only where its link leads, and nobody without a user account has
     * been let in.
     */
    public MembershipState state() {
        return switch (membership.state()) {
            case INVITE_SENT -> MembershipState.PENDING;
            case ACTIVE, INACTIVE -> profile == null ? MembershipState.PENDING : membership.state();
            default -> membership.state();
        };
    }

    /** Whether anybody could tell who is meant. */
    boolean isKnown() {
        return profile != null || membership.person().isKnown();
    }

    private static @Nullable Name name(@Nullable String text) {
        return text == null ? null : Name.parse(text).orElse(null);
    }
}
