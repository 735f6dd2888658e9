package dev.foyer.invitation.keycloak;

import dev.foyer.invitation.InvitationRules;
import java.time.Duration;
import org.keycloak.models.RealmModel;

/** What a realm has set for invitations. */
record InvitationSettings(RealmModel realm) {

    /** Realm attribute: how long an invitation stays open, in seconds; seven days unless given. */
    public static final String LIFETIME = "foyer.invitation-seconds";

    /** Realm attribute: how many invitations a member may send in a day; 250 unless given. */
    public static final String PER_INVITER = "foyer.invitations-per-inviter";

    /** Realm attribute: how many invitations all members of a customer together may send in a day; 500 unless given. */
    public static final String PER_CUSTOMER = "foyer.invitations-per-customer";

    /** Realm attribute: how many invitations one address may get in a day; 5 unless given. */
    public static final String PER_RECIPIENT = "foyer.invitations-per-recipient";

    /** Realm attribute: how long invitations are kept once they have ended, in seconds; a year unless given. */
    public static final String KEPT = "foyer.ended-invitations-seconds";

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int DEFAULT_PER_INVITER = 250;
    private static final int DEFAULT_PER_CUSTOMER = 500;
    private static final int DEFAULT_PER_RECIPIENT = 5;

    public InvitationRules rules() {
        return new InvitationRules(
                Duration.ofSeconds(realm.getAttribute(LIFETIME, WEEK.toSeconds())),
                realm.getAttribute(PER_INVITER, DEFAULT_PER_INVITER),
                realm.getAttribute(PER_CUSTOMER, DEFAULT_PER_CUSTOMER),
                realm.getAttribute(PER_RECIPIENT, DEFAULT_PER_RECIPIENT));
    }

    /** How long invitations are kept once they have ended. */
    public Duration kept() {
        return Duration.ofSeconds(realm.getAttribute(KEPT, YEAR.toSeconds()));
    }
}
