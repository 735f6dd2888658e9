package dev.foyer.representation;

/**
 * A customer.
 *
 * @param id a UUID
 * @param number the account ID
 * @param type {@code company} or {@code individual}
 * @param state {@code active} or {@code inactive}
 * @param secondFactorRequired whether members must have used a second factor to act for it
 * @param createdAt milliseconds since the epoch
 */
public record CustomerRepresentation(
        String id,
        String number,
        String name,
        String type,
        String state,
        boolean agency,
        boolean secondFactorRequired,
        long createdAt) {}
