package dev.foyer.keycloak;

import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.realm.Switch;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for customer accounts, kept as realm attributes so that it travels with the realm's export. */
public final class RealmSettings implements Switch {

    /** Realm attribute: {@code true} switches customer accounts on. */
    public static final String ENABLED = "foyer.enabled";

    /** Realm attribute: how account IDs are made, such as {@code C-{5 digits}}. */
    public static final String ACCOUNT_ID_PATTERN = "foyer.account-id-pattern";

    /** Realm attribute: {@code true} lets staff with the role for it enter customers' accounts. */
    public static final String STAFF_ENTRY = "foyer.staff-entry";

    /** Realm attribute: how long one entry of staff lasts, in seconds; an hour unless given, and never longer. */
    public static final String STAFF_ENTRY_LENGTH = "foyer.staff-entry-seconds";

    /** Realm attribute: the level of authentication that means a second factor was used; 2 unless given. */
    public static final String SECOND_FACTOR_LEVEL = "foyer.second-factor-level";

    /** Realm attribute: {@code session} ends the whole SSO session once its account is closed to the person. */
    public static final String REVOCATION = "foyer.revocation";

    /** Realm attribute: how long an invitation stays open, in seconds; seven days unless given. */
    public static final String INVITATION_LIFETIME = "foyer.invitation-seconds";

    /** Realm attribute: how many invitations a member may send in a day. */
    public static final String INVITATIONS_PER_INVITER = "foyer.invitations-per-inviter";

    /** Realm attribute: how many invitations all members of a customer together may send in a day. */
    public static final String INVITATIONS_PER_CUSTOMER = "foyer.invitations-per-customer";

    /** Realm attribute: how many invitations one address may get in a day. */
    public static final String INVITATIONS_PER_RECIPIENT = "foyer.invitations-per-recipient";

    private static final long WEEK = Duration.ofDays(7).toSeconds();
    private static final int DEFAULT_PER_INVITER = 250;
    private static final int DEFAULT_PER_CUSTOMER = 500;
    private static final int DEFAULT_PER_RECIPIENT = 5;
    private static final long LONGEST_STAFF_ENTRY = 3600;
    private static final int DEFAULT_SECOND_FACTOR_LEVEL = 2;

    /** Realm attribute: what enabling has added and disabling takes away, the names separated by commas. */
    private static final String ADDED = "foyer.added";

    private static final String SEPARATOR = ",";

    private final RealmModel realm;

    public RealmSettings(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public boolean isEnabled() {
        return realm.getAttribute(ENABLED, false);
    }

    public boolean allowsStaffEntry() {
        return realm.getAttribute(STAFF_ENTRY, false);
    }

    /** Seconds. */
    public long staffEntryLength() {
        return Math.min(realm.getAttribute(STAFF_ENTRY_LENGTH, LONGEST_STAFF_ENTRY), LONGEST_STAFF_ENTRY);
    }

    /** The least level of authentication, as the conditions of the realm's flow number them, that took a second factor. */
    public int secondFactorLevel() {
        return realm.getAttribute(SECOND_FACTOR_LEVEL, DEFAULT_SECOND_FACTOR_LEVEL);
    }

    /** Whether a closed account ends the SSO session of the person, other accounts included. */
    public boolean revocationEndsSession() {
        return "session".equals(realm.getAttribute(REVOCATION));
    }

    public InvitationRules invitationRules() {
        return new InvitationRules(
                Duration.ofSeconds(realm.getAttribute(INVITATION_LIFETIME, WEEK)),
                realm.getAttribute(INVITATIONS_PER_INVITER, DEFAULT_PER_INVITER),
                realm.getAttribute(INVITATIONS_PER_CUSTOMER, DEFAULT_PER_CUSTOMER),
                realm.getAttribute(INVITATIONS_PER_RECIPIENT, DEFAULT_PER_RECIPIENT));
    }

    @Override
    public void turn(boolean on) {
        keep(ENABLED, on ? String.valueOf(true) : "");
    }

    @Override
    public List<String> added() {
        String names = realm.getAttribute(ADDED);
        return names == null ? List.of() : List.of(names.split(SEPARATOR));
    }

    @Override
    public void remember(List<String> added) {
        keep(ADDED, String.join(SEPARATOR, added));
    }

    public AccountNumberPattern accountIdPattern() {
        String notation = realm.getAttribute(ACCOUNT_ID_PATTERN);
        return notation == null ? AccountNumberPattern.DEFAULT : AccountNumberPattern.parse(notation);
    }

    private void keep(String attribute, String value) {
        if (value.isEmpty()) {
            realm.removeAttribute(attribute);
        } else {
            realm.setAttribute(attribute, value);
        }
    }
}
