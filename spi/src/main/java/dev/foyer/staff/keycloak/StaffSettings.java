package dev.foyer.staff.keycloak;

import java.time.Duration;
import org.keycloak.models.RealmModel;

/** What a realm has set for staff in customers' accounts. */
public record StaffSettings(RealmModel realm) {

    /** Realm attribute: {@code true} lets staff with the role for it enter customers' accounts. */
    public static final String ENTRY = "foyer.staff-entry";

    /** Realm attribute: how long one entry of staff lasts, in seconds; an hour unless given, and never longer. */
    public static final String ENTRY_LENGTH = "foyer.staff-entry-seconds";

    private static final Duration LONGEST_ENTRY = Duration.ofHours(1);

    public boolean allowsEntry() {
        return realm.getAttribute(ENTRY, false);
    }

    /** How long staff may stay in one account. */
    public Duration entryLength() {
        long longest = LONGEST_ENTRY.toSeconds();
        return Duration.ofSeconds(Math.min(realm.getAttribute(ENTRY_LENGTH, longest), longest));
    }
}
