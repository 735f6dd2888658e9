package dev.foyer.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;

/** What Foyer adds to Keycloak's events. */
public final class EventDetails {

    /** The id of the account that a sign-in is for. */
    private static final String ACCOUNT_ID = "account_id";

    /** Its account ID, for the people who read events. */
    private static final String ACCOUNT_NUMBER = "account_number";

    /** As what the person acts: {@code owner}, {@code contact}, {@code guest} or {@code staff}. */
    private static final String ACCOUNT_ROLE = "account_capacity";

    /** The id of the account that a switch leaves, or {@link #NONE}. */
    private static final String ACCOUNT_FROM = "account_from";

    /** The id of the account that a switch enters. */
    private static final String ACCOUNT_TO = "account_to";

    /** The id of the membership that somebody else's change is about. */
    private static final String MEMBERSHIP_ID = "membership_id";

    /** The id of the invitation. */
    private static final String INVITATION_ID = "invitation_id";

    private static final String NONE = "-";

    private EventDetails() {}

    /**
     * Says which account something is for.
     *
     * @param number the account ID
     * @param role as what the person acts, such as {@code owner}
     */
    public static void describe(EventBuilder event, String id, String number, String role) {
        describe(event, id, number);
        event.detail(ACCOUNT_ROLE, role);
    }

    /** Says that somebody else acts than the person whose session it is, as Keycloak's event of the impersonation does. */
    public static void describe(EventBuilder event, Impersonator impersonator) {
        event.detail(Details.IMPERSONATOR, impersonator.username());
    }

    /** Says in which account something happens by itself. */
    public static void describe(EventBuilder event, String id, String number) {
        event.detail(ACCOUNT_ID, id).detail(ACCOUNT_NUMBER, number);
    }

    /**
     * Says what became of an invitation.
     *
     * @param action such as {@code revoke-invitation}
     */
    public static void describeInvitation(EventBuilder event, String action, String membershipId, String invitationId) {
        describeChange(event, action, membershipId);
        event.detail(INVITATION_ID, invitationId);
    }

    /**
     * Says what somebody did in an account.
     *
     * @param action such as {@code suspend-member}
     * @param membershipId whom it was done to, or null
     */
    public static void describeChange(EventBuilder event, String action, @Nullable String membershipId) {
        event.detail(Details.CUSTOM_REQUIRED_ACTION, action);
        if (membershipId != null) {
            event.detail(MEMBERSHIP_ID, membershipId);
        }
    }

    /**
     * Says what a switch changes.
     *
     * @param from the id of the account in use, or null if there was none
     * @param to the id of the account that is entered
     */
    public static void describeSwitch(EventBuilder event, @Nullable String from, String to) {
        event.detail(ACCOUNT_FROM, from == null ? NONE : from).detail(ACCOUNT_TO, to);
    }
}
