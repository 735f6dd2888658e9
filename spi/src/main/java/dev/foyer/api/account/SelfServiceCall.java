package dev.foyer.api.account;

import dev.foyer.Refusal;
import dev.foyer.api.Call;
import dev.foyer.contacts.Actor;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.membership.Membership;
import dev.foyer.selection.Account;
import dev.foyer.selection.SelectionReason;
import dev.foyer.selection.keycloak.SelectionServices;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.cors.Cors;

/** One request to the self-service API. */
final class SelfServiceCall extends Call {

    private final Caller caller;

    private SelfServiceCall(KeycloakSession session, Caller caller) {
        super(session, session.getContext().getRealm());
        this.caller = caller;
    }

    /** @throws Refusal as {@link Caller#of} */
    static SelfServiceCall of(KeycloakSession session) {
        session.getContext().getHttpResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Caller caller = Caller.of(session);
        session.getProvider(Cors.class)
                .checkAllowedOrigins(caller.token())
                .allowedMethods(HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE)
                .exposedHeaders(HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER)
                .auth()
                .add();
        return new SelfServiceCall(session, caller);
    }

    @Override
    protected UserModel caller() {
        return caller.user();
    }

    Caller who() {
        return caller;
    }

    /**
     * One of the caller's accounts, to be seen.
     *
     * @throws Refusal {@code FORBIDDEN} by the token, {@code NOT_FOUND} if the account is not open to the caller, {@code
     *     SECOND_FACTOR_NEEDED} if it is, but not without a second factor
     */
    Account view(String accountId) {
        caller.requireView();
        return open(accountId);
    }

    /**
     * One of the caller's accounts, in which something is to change.
     *
     * @throws Refusal as {@link #view}
     */
    Account manage(String accountId) {
        caller.requireManage();
        return open(accountId);
    }

    private Account open(String accountId) {
        Account account = new SelectionServices(session, realm)
                .memberAccountsOf(caller.user())
                .find(accountId)
                .filter(found -> found.id().equals(accountId))
                .orElseThrow(Refusal::notFound);
        // Somebody may have a token for it since before it required one.
        if (account.secondFactorRequired() && !(isSelected(account.id()) && caller.usedSecondFactor())) {
            throw new Refusal(SelectionReason.SECOND_FACTOR_NEEDED);
        }
        return account;
    }

    boolean isSelected(String accountId) {
        return caller.selectedAccount().filter(accountId::equals).isPresent();
    }

    @Override
    protected Actor.Member actor() {
        return new Actor.Member(InvitationParties.inviter(realm, caller.user(), false));
    }

    /** How the caller answers invitations. */
    InvitationResponses responses() {
        return new InvitationServices(session, realm).responses();
    }

    /**
     * Tells Keycloak's events that the caller has changed something.
     *
     * @param action what was done
     * @param memberId the membership that it was done to, or null
     */
    void report(SelfServiceAction action, Account account, @Nullable String memberId) {
        EventBuilder event = event();
        EventDetails.describe(
                event, account.id(), account.number().value(), account.role().key());
        EventDetails.describeChange(event, action.key(), memberId);
        event.success();
    }

    /** Tells Keycloak's events what the caller has done with an invitation to one of the caller's accounts. */
    void reportInvitation(SelfServiceAction action, Account account, Invitation invitation) {
        EventBuilder event = event();
        EventDetails.describe(
                event, account.id(), account.number().value(), account.role().key());
        EventDetails.describeInvitation(event, action.key(), invitation.membershipId(), invitation.id());
        event.success();
    }

    /** Tells Keycloak's events that the caller has answered an invitation. */
    void reportAnswer(SelfServiceAction action, Customer customer, Membership answered, String invitationId) {
        EventBuilder event = event();
        EventDetails.describe(
                event, customer.id(), customer.number().value(), answered.kind().key());
        EventDetails.describeInvitation(event, action.key(), answered.id(), invitationId);
        event.success();
    }

    private EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .client(caller.presented().client())
                .user(caller.user())
                .session(caller.presented().session());
    }
}
