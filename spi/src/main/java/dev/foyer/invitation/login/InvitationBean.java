package dev.foyer.invitation.login;

import dev.foyer.customer.ContactType;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.membership.Permission;
import dev.foyer.text.Name;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invitation as a page shows it, in the getters that a FreeMarker template reads. */
public final class InvitationBean {

    private final Offer offer;
    private final Locale locale;

    /** @param locale of the dates */
    InvitationBean(Offer offer, Locale locale) {
        this.offer = offer;
        this.locale = locale;
    }

    public String getId() {
        return offer.invitation().id();
    }

    /** Who invites. */
    public String getInviter() {
        return offer.invitation().inviter().name().value();
    }

    public String getAccountName() {
        return offer.customerName().value();
    }

    public String getAccountNumber() {
        return offer.number().value();
    }

    /** The end of a message key. */
    public String getKind() {
        return offer.membership().kind().key();
    }

    /** The keys of the permissions. */
    public List<String> getPermissions() {
        return offer.membership().permissions().stream().map(Permission::key).toList();
    }

    public List<String> getContactTypes() {
        return offer.membership().contactTypes().stream()
                .map(ContactType::name)
                .sorted()
                .map(Name::value)
                .toList();
    }

    /** What the inviter adds, in lines; null if nothing. */
    public @Nullable String getMessage() {
        var message = offer.invitation().options().message();
        return message == null ? null : message.value();
    }

    /** Until when the account is open to the invitee; null if there is no end. */
    public @Nullable String getEnd() {
        Instant end = offer.membership().endsAt();
        return end == null ? null : date(end);
    }

    /** Until when there is time to answer. */
    public String getExpiry() {
        return date(offer.invitation().expiresAt());
    }

    /** Enough of the address for its owner to know it. */
    public String getMaskedAddress() {
        return offer.invitation().address().masked();
    }

    private String date(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }
}
