package dev.foyer.invitation.email;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.InvitationToken;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.MailQueue.Due;
import dev.foyer.invitation.Outbox.Mail;
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
        RealmModel home = session.realms().getRealm(offer.invitation().inviter().realmId());
        return Optional.ofNullable(home)
                .map(found -> session.users()
                        .getUserById(found, offer.invitation().inviter().userId()))
                .filter(user -> user.getEmail() != null)
                .map(user -> new Recipient(
                        session, realm, new EmailAddress(user.getEmail()), user.getFirstAttribute(UserModel.LOCALE)));
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
