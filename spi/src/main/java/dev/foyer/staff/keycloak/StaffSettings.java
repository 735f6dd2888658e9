package dev.foyer.staff.keycloak;

import dev.foyer.feature.Setting;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for staff in customers' accounts. */
public record StaffSettings(RealmModel realm) {

    private static final Duration LONGEST_ENTRY = Duration.ofHours(1);

    /** Realm attribute: {@code true} lets staff with the role for it enter customers' accounts. */
    public static final Setting<Boolean> ENTRY = Setting.flag("foyer.staff-entry", false);

    /** Realm attribute: how long one entry of staff lasts, in seconds; an hour unless given, and never longer. */
    public static final Setting<Duration> ENTRY_LENGTH =
            Setting.seconds("foyer.staff-entry-seconds", LONGEST_ENTRY, LONGEST_ENTRY);

    public static List<Setting<?>> all() {
        return List.of(ENTRY, ENTRY_LENGTH);
    }

    public boolean allowsEntry() {
        return ENTRY.of(realm);
    }

    /** How long staff may stay in one account. */
    public Duration entryLength() {
        return ENTRY_LENGTH.of(realm);
    }
}
