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
import java.net.IDN;
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
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.EmailValidationUtil;

/**
 * A mail about one invitation, with all that is to be known for it: handing it to Keycloak, which knows the theme and the mail
 * server, asks the database for nothing, and so holds none of its connections for as long as a mail server takes.
 *
 * @param language as people choose it for themselves; null for the realm's
 * @param token the secret of the link; null where the mail has none
 */
record InvitationMail(
        Offer offer,
        Due due,
        EmailAddress address,
        @Nullable String language,
        @Nullable InvitationToken token) {

    /** Empty if there is nobody to be told. */
    static Optional<InvitationMail> of(
            KeycloakSession session, RealmModel realm, Offer offer, Due due, @Nullable InvitationToken token) {
        Invitation invitation = offer.invitation();
        if (due.mail() == Mail.INVITED) {
            return Optional.of(new InvitationMail(
                    offer, due, invitation.address(), languageOfInvitee(session, realm, invitation), token));
        }
        Inviter inviter = invitation.inviter();
        RealmModel home = session.realms().getRealm(inviter.realmId());
        return Optional.ofNullable(home)
                .map(found -> session.users().getUserById(found, inviter.userId()))
                .flatMap(user -> reachable(inviter, InvitationParties.invitee(user))
                        .map(address -> new InvitationMail(
                                offer, due, address, user.getFirstAttribute(UserModel.LOCALE), token)));
    }

    /** What happens in an account is not told to an address that a member has merely claimed. Staff are known to the house. */
    private static Optional<EmailAddress> reachable(Inviter inviter, Invitee person) {
        return Optional.ofNullable(person.email()).filter(address -> inviter.staff() || person.verified());
    }

    private static @Nullable String languageOfInvitee(
            KeycloakSession session, RealmModel realm, Invitation invitation) {
        UserModel user = invitation.userId() == null ? null : session.users().getUserById(realm, invitation.userId());
        Locale chosen = invitation.options().language();
        String own = user == null ? null : user.getFirstAttribute(UserModel.LOCALE);
        return own != null || chosen == null ? own : chosen.toLanguageTag();
    }

    /** @throws MailFailure if the mail server did not take it */
    void send(KeycloakSession session, RealmModel realm) {
        try {
            write(session, realm);
        } catch (EmailException e) {
            throw MailFailure.of(e, isUsable(realm));
        }
    }

    /** As Keycloak judges by the realm's settings, before it asks the mail server. */
    private boolean isUsable(RealmModel realm) {
        boolean anyLetters = Boolean.parseBoolean(realm.getSmtpConfig().get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
        return EmailValidationUtil.isValidEmail(address.value()) && (anyLetters || isAscii(address.value()));
    }

    /** Once its domain is written as IDNA does (RFC 3490). */
    private static boolean isAscii(String address) {
        int at = address.lastIndexOf('@');
        try {
            return (address.substring(0, at) + IDN.toASCII(address.substring(at + 1)))
                    .chars()
                    .allMatch(letter -> letter < 128);
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }

    private void write(KeycloakSession session, RealmModel realm) throws EmailException {
        Invitation invitation = offer.invitation();
        Recipient recipient = new Recipient(session, realm, address, language);
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
            attributes.put("link", link(realm, token));
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

    private String link(RealmModel realm, InvitationToken secret) {
        return UriBuilder.fromUri(due.baseUri())
                .path("realms/{realm}/customer-accounts/invitation/{token}")
                .build(realm.getName(), secret.value())
                .toString();
    }

    private static String date(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }
}
