package dev.foyer.registration.login;

import dev.foyer.Refusal;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.invitation.login.LinkedInvitation;
import dev.foyer.keycloak.EventDetails;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.membership.MembershipKind;
import dev.foyer.registration.keycloak.RegistrationServices;
import dev.foyer.text.EmailAddress;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Opens an account of their own for whoever registers, in the transaction that makes them a user. */
final class RegistrationAccount implements FormAction {

    /** The message keys of the login pages that say what is wrong with a name. */
    private static final String MESSAGE = "foyerRefused-";

    private final KeycloakSession session;

    RegistrationAccount(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        if (RealmSettings.of(session).isEnabled()) {
            form.setAttribute("foyerAccount", AccountForm.of(typed(context)));
            if (!typed(context).containsKey(UserModel.EMAIL)) {
                invited(context)
                        .ifPresent(address ->
                                form.setFormData(new MultivaluedHashMap<>(Map.of(UserModel.EMAIL, address.value()))));
            }
        }
    }

    @Override
    public void validate(ValidationContext context) {
        AccountForm account = AccountForm.of(typed(context));
        Optional<Refusal> refusal = RealmSettings.of(session).isEnabled() ? account.refusal() : Optional.empty();
        refusal.ifPresentOrElse(
                refused -> {
                    context.error(Errors.INVALID_REGISTRATION);
                    context.validationError(typed(context), List.of(message(account.field(), refused)));
                },
                context::success);
    }

    @Override
    public void success(FormContext context) {
        UserModel user = context.getUser();
        // A realm that takes attributes it does not know of has just stored these two.
        user.removeAttribute(AccountForm.TYPE);
        user.removeAttribute(AccountForm.COMPANY);
        if (RealmSettings.of(session).isEnabled()) {
            AccountForm account = AccountForm.of(typed(context));
            Customer opened = new RegistrationServices(session, context.getRealm())
                    .ownAccount()
                    .open(user.getId(), account.type(), account.name());
            report(context.getEvent().clone(), user, opened);
            invited(context)
                    .filter(address ->
                            address.equals(InvitationParties.invitee(user).email()))
                    .ifPresent(proved -> user.setEmailVerified(true));
        }
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}

    /** The address of an invitation, by a token that came to nobody but the owner of that address. */
    private Optional<EmailAddress> invited(FormContext context) {
        return new LinkedInvitation(
                        context.getAuthenticationSession(),
                        InvitationServices.of(session).responses())
                .offer()
                .map(offer -> offer.invitation().address());
    }

    private static MultivaluedMap<String, String> typed(FormContext context) {
        return context.getHttpRequest().getDecodedFormParameters();
    }

    private static void report(EventBuilder event, UserModel owner, Customer opened) {
        event.event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(owner)
                .detail(Details.CUSTOM_REQUIRED_ACTION, RegistrationAccountFactory.ID);
        EventDetails.describe(event, opened.id(), opened.number().value(), MembershipKind.OWNER.key());
        event.success();
    }

    private static FormMessage message(String field, Refusal refusal) {
        return new FormMessage(
                field, MESSAGE + refusal.reason().key(), refusal.details().toArray());
    }
}
