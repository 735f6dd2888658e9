package dev.foyer.membership.jpa;

/**
 * The memberships that open their account now, in the database: the one condition of JPQL that says what {@link
 * dev.foyer.membership.Membership#opens} says of one membership.
 */
public final class OpenMemberships {

    /** Of the membership {@code m} of the customer {@code c}, with the parameter {@code :now}. */
    public static final String CONDITION =
            "m.state = ACTIVE and c.state = ACTIVE and (m.endsAt is null or m.endsAt > :now)";

    private OpenMemberships() {}
}
