package dev.foyer.selfservice;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Inviter;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.People;
import dev.foyer.membership.Colleagues;
import dev.foyer.membership.Membership;
import dev.foyer.rest.Call;
import dev.foyer.selection.Account;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
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
        Account account = foyer().memberAccountsOf(caller.user())
                .find(accountId)
                .filter(found -> found.id().equals(accountId))
                .orElseThrow(Refusal::notFound);
        // Nobody has a token for such an account without having used a second factor.
        if (account.secondFactorRequired() && !isSelected(account.id())) {
            throw new Refusal(Reason.SECOND_FACTOR_NEEDED);
        }
        return account;
    }

    boolean isSelected(String accountId) {
        return caller.selectedAccount().filter(accountId::equals).isPresent();
    }

    /** The members of the accounts, as the caller may see and change them. */
    Colleagues colleagues() {
        return foyer().colleaguesOf(caller.user());
    }

    /**
     * Somebody whom the caller looks after.
     *
     * @throws Refusal {@code NOT_PERMITTED} for who does not look after members, {@code NOT_FOUND}
     */
    Membership member(String accountId, String membershipId) {
        colleagues().rights(accountId).requireManage();
        return foyer().memberships()
                .find(membershipId)
                .filter(found -> found.customerId().equals(accountId))
                .orElseThrow(Refusal::notFound);
    }

    /** The caller as somebody who invites people. */
    Inviter inviter() {
        return People.inviter(realm, caller.user(), false);
    }

    /** Another user of the realm. */
    Optional<UserModel> user(String userId) {
        return Optional.ofNullable(session.users().getUserById(realm, userId));
    }

    /**
     * Tells Keycloak's events that the caller has changed something.
     *
     * @param action what was done
     * @param memberId the membership that it was done to, or null
     */
    void report(SelfServiceAction action, Account account, @Nullable String memberId) {
        EventBuilder event = event();
        EventDetails.describe(event, account);
        EventDetails.describeChange(event, action.key(), memberId);
        event.success();
    }

    /** Tells Keycloak's events what the caller has done with an invitation to one of the caller's accounts. */
    void reportInvitation(SelfServiceAction action, Account account, Invitation invitation) {
        EventBuilder event = event();
        EventDetails.describe(event, account);
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
