package dev.foyer.invitation.email;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.Outbox.Mail;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Permission;
import dev.foyer.text.EmailAddress;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Writes the mails about one invitation and hands them to Keycloak, which knows the theme and the mail server. */
record InvitationMail(KeycloakSession session, RealmModel realm, Offer offer) {

    /**
     * @param token the secret of the link; null where the mail has none
     * @throws EmailException if the mail server did not take it
     */
    void send(Due due, @Nullable InvitationToken token) throws EmailException {
        Optional<Recipient> recipient = due.mail() == Mail.INVITED ? Optional.of(invitee()) : inviter();
        if (recipient.isPresent()) {
            send(recipient.get(), due, token);
        }
    }

    private void send(Recipient recipient, Due due, @Nullable InvitationToken token) throws EmailException {
        Invitation invitation = offer.invitation();
        Locale locale = recipient.locale();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
        attributes.put("mail", due.mail().key());
        attributes.put("inviter", invitation.inviter().name().value());
        attributes.put("invitee", invitation.address().value());
        attributes.put("customer", offer.customerName().value());
        attributes.put("number", offer.number().value());
        attributes.put(
                "permissions",
                offer.membership().permissions().stream().map(Permission::key).toList());
        attributes.put("expires", date(invitation.expiresAt(), locale));
        Instant endsAt = offer.membership().endsAt();
        if (endsAt != null) {
            attributes.put("ends", date(endsAt, locale));
        }
        if (invitation.options().message() != null) {
            attributes.put(
                    "lines", invitation.options().message().value().lines().toList());
        }
        AddressChange change = offer.membership().addressChange();
        if (change != null) {
            attributes.put("addressChangedBy", change.by().value());
            attributes.put("addressChangedAt", date(change.at(), locale));
        }
        if (token != null) {
            attributes.put("link", link(due.baseUri(), token));
        }
        List<Object> subject = List.of(
                invitation.inviter().name().value(),
                offer.customerName().value(),
                offer.number().value(),
                invitation.address().value());
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(recipient)
                .send(
                        "foyerMailSubject." + due.mail().key(),
                        subject,
                        due.mail() == Mail.INVITED ? "foyer-invitation.ftl" : "foyer-invitation-news.ftl",
                        attributes);
    }

    private Recipient invitee() {
        Invitation invitation = offer.invitation();
        UserModel user = invitation.userId() == null ? null : session.users().getUserById(realm, invitation.userId());
        Locale chosen = invitation.options().language();
        String own = user == null ? null : user.getFirstAttribute(UserModel.LOCALE);
        String language = own != null || chosen == null ? own : chosen.toLanguageTag();
        return new Recipient(session, realm, invitation.address(), language);
    }

    private Optional<Recipient> inviter() {
        Inviter inviter = offer.invitation().inviter();
        RealmModel home = session.realms().getRealm(inviter.realmId());
        return Optional.ofNullable(home)
                .map(found -> session.users().getUserById(found, inviter.userId()))
                .flatMap(user -> reachable(inviter, InvitationParties.invitee(user))
                        .map(address ->
                                new Recipient(session, realm, address, user.getFirstAttribute(UserModel.LOCALE))));
    }

    /** What happens in an account is not told to an address that a member has merely claimed. Staff are known to the house. */
    private static Optional<EmailAddress> reachable(Inviter inviter, Invitee person) {
        return Optional.ofNullable(person.email()).filter(address -> inviter.staff() || person.verified());
    }

    private String link(String baseUri, InvitationToken token) {
        return UriBuilder.fromUri(baseUri)
                .path("realms")
                .path(realm.getName())
                .path("customer-accounts/invitation")
                .path(token.value())
                .build()
                .toString();
    }

    private static String date(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }
}
