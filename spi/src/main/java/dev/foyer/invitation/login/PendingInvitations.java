package dev.foyer.invitation.login;

import dev.foyer.Refusal;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.membership.Membership;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.login.SignIn;
import dev.foyer.staff.StaffReason;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Has people answer their invitations when they sign in, before they choose an account, so that an accepted one is among
 * those they choose from. People who come by a session they have already are not held up, unless by the link in a mail.
 */
final class PendingInvitations implements RequiredActionProvider {

    /** Set once there is nothing, or nothing more, to ask in this sign-in; the triggers run several times. */
    private static final String DONE = "foyer.invitations.done";

    /** Nobody answers more at once; the others come at the next sign-in. */
    private static final int MOST = 10;

    private final InvitationServices invitations;
    private final KeycloakSession session;

    PendingInvitations(KeycloakSession session) {
        this.invitations = InvitationServices.of(session);
        this.session = session;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!RealmSettings.of(session).isEnabled()) {
            return;
        }
        AuthenticationSessionModel authentication = context.getAuthenticationSession();
        LinkedInvitation linked = linked(context);
        linked.replaceToken();
        if (authentication.getAuthNote(DONE) != null) {
            return;
        }
        if (linked.isThere() || (mayAsk(context) && !open(context, 1).isEmpty())) {
            authentication.addRequiredAction(PendingInvitationsFactory.ID);
        } else if (mayAsk(context) && context.getUser().isEmailVerified()) {
            // Once is enough; an address that is yet to be verified in this sign-in is asked about again.
            done(context);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (RealmSettings.of(session).isEnabled()) {
            challenge(context, null);
        } else {
            context.ignore();
        }
    }

    /** The answer, judged on fresh data. */
    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey("accept") || form.containsKey("reject")) {
            answer(context, form);
        } else if (form.containsKey("verify")) {
            context.getAuthenticationSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
            context.success();
        } else if (form.containsKey("later")) {
            finish(context);
        } else {
            challenge(context, null);
        }
    }

    @Override
    public void close() {}

    private void answer(RequiredActionContext context, MultivaluedMap<String, String> form) {
        try {
            if (form.containsKey("accept")) {
                String id = form.getFirst("accept");
                report(context, "accept-invitation", invitations.responses().accept(id, invitee(context)), id);
                new SignIn(session, context.getAuthenticationSession()).reconsider();
            } else {
                String id = form.getFirst("reject");
                report(context, "reject-invitation", invitations.responses().reject(id, invitee(context)), id);
            }
        } catch (Refusal refusal) {
            boolean asStaff = refusal.reason() == StaffReason.STAFF_AS_PERSON;
            challenge(context, asStaff ? "foyerInvitationNotForStaff" : "foyerInvitationNotPossible");
            return;
        }
        if (open(context, 1).isEmpty()) {
            finish(context);
        } else {
            challenge(context, null);
        }
    }

    private void report(RequiredActionContext context, String action, Membership answered, String invitationId) {
        EventBuilder event = context.getEvent().clone().event(EventType.CUSTOM_REQUIRED_ACTION);
        EventDetails.describeInvitation(event, action, answered.id(), invitationId);
        new CustomerServices(session, invitations.realm())
                .customers()
                .find(answered.customerId())
                .ifPresent(customer -> EventDetails.describe(
                        event,
                        customer.id(),
                        customer.number().value(),
                        answered.kind().key()));
        event.success();
    }

    private void finish(RequiredActionContext context) {
        linked(context).forget();
        done(context);
        context.success();
    }

    private static void done(RequiredActionContext context) {
        context.getAuthenticationSession().setAuthNote(DONE, String.valueOf(true));
    }

    /** Whether somebody has just signed in to an application with accounts, in a way that a page can follow. */
    private boolean mayAsk(RequiredActionContext context) {
        SignIn signIn = new SignIn(session, context.getAuthenticationSession());
        return signIn.requirement() != AccountRequirement.NEVER
                && signIn.canAsk()
                && signIn.existing().isEmpty();
    }

    private void challenge(RequiredActionContext context, @Nullable String errorKey) {
        Invitee invitee = invitee(context);
        Optional<Offer> linked = Optional.ofNullable(linked(context).id()).flatMap(invitations.invitations()::offer);
        LoginFormsProvider form = context.form()
                .setAttribute("invitations", offers(context, linked))
                .setAttribute("username", context.getUser().getUsername());
        linked.map(Offer::invitation)
                .filter(invitation -> invitation.isOpen(KeycloakClock.INSTANCE.instant()))
                .filter(invitation -> !invitation.isFor(invitee))
                .ifPresent(invitation -> explain(form, invitation, invitee));
        if (errorKey != null) {
            form.setError(errorKey);
        }
        context.challenge(form.createForm("foyer-invitations.ftl"));
    }

    private static void explain(LoginFormsProvider form, Invitation invitation, Invitee invitee) {
        if (invitation.isAddressedTo(invitee)) {
            form.setAttribute("unverifiedAddress", invitation.address().value());
        } else {
            form.setAttribute("otherAddress", invitation.address().masked());
        }
    }

    /** The one whose link was followed comes first. */
    private List<InvitationBean> offers(RequiredActionContext context, Optional<Offer> linked) {
        Locale locale = session.getContext().resolveLocale(context.getUser());
        List<Offer> open = open(context, MOST);
        return Stream.concat(linked.filter(open::contains).stream(), open.stream())
                .distinct()
                .map(offer -> new InvitationBean(offer, locale))
                .toList();
    }

    private List<Offer> open(RequiredActionContext context, int limit) {
        return invitations.responses().openFor(invitee(context), limit);
    }

    private static Invitee invitee(RequiredActionContext context) {
        return InvitationParties.invitee(context.getUser());
    }

    private LinkedInvitation linked(RequiredActionContext context) {
        return new LinkedInvitation(context.getAuthenticationSession(), invitations.responses());
    }
}
