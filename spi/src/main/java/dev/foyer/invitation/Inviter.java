package dev.foyer.invitation;

import dev.foyer.text.Name;

/**
 * Who invites, and by which right.
 *
 * @param realmId where the user lives; for staff it may be the realm of all realms' admins
 * @param staff whether as staff; else as a member of the customer
 * @param name as the invitee reads it
 */
public record Inviter(String realmId, String userId, boolean staff, Name name) {}
