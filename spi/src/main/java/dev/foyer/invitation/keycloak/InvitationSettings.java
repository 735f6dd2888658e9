package dev.foyer.invitation.keycloak;

import dev.foyer.feature.Setting;
import dev.foyer.invitation.InvitationRules;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for invitations. */
public record InvitationSettings(RealmModel realm) {

    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final int MOST = 1_000_000;

    /** Realm attribute: how long an invitation stays open, in seconds; seven days unless given. */
    public static final Setting<Duration> LIFETIME =
            Setting.seconds("foyer.invitation-seconds", Duration.ofDays(7), LONGEST);

    /** Realm attribute: how many invitations a member may send in a day; 250 unless given. */
    public static final Setting<Integer> PER_INVITER = Setting.number("foyer.invitations-per-inviter", 250, 0, MOST);

    /** Realm attribute: how many invitations all members of a customer together may send in a day; 500 unless given. */
    public static final Setting<Integer> PER_CUSTOMER = Setting.number("foyer.invitations-per-customer", 500, 0, MOST);

    /** Realm attribute: how many invitations one address may get in a day; 5 unless given. */
    public static final Setting<Integer> PER_RECIPIENT = Setting.number("foyer.invitations-per-recipient", 5, 0, MOST);

    /** Realm attribute: how long invitations are kept once they have ended, in seconds; a year unless given. */
    public static final Setting<Duration> KEPT =
            Setting.seconds("foyer.ended-invitations-seconds", Duration.ofDays(365), LONGEST);

    public static List<Setting<?>> all() {
        return List.of(LIFETIME, PER_INVITER, PER_CUSTOMER, PER_RECIPIENT, KEPT);
    }

    public InvitationRules rules() {
        return new InvitationRules(
                LIFETIME.of(realm), PER_INVITER.of(realm), PER_CUSTOMER.of(realm), PER_RECIPIENT.of(realm));
    }

    /** How long invitations are kept once they have ended. */
    public Duration kept() {
        return KEPT.of(realm);
    }
}
