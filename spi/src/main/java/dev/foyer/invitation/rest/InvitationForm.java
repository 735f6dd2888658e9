package dev.foyer.invitation.rest;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.Part;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.Letter;
import dev.foyer.invitation.Letter.Redirect;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.membership.rest.MembershipForm;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.representation.InvitationRepresentation.MailRepresentation;
import dev.foyer.representation.OfferRepresentation;
import dev.foyer.representation.RedirectRepresentation;
import dev.foyer.rest.Call;
import dev.foyer.rest.Values;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of invitations.
 *
 * @param addresses as they were given
 */
public record InvitationForm(
        List<String> addresses,
        MembershipKind kind,
        List<Permission> permissions,
        List<String> contactTypes,
        @Nullable Long endsAt,
        Letter letter) {

    private static final int MOST = 200;

    /** @throws Refusal naming what does not fit; of single addresses it is told later, one by one */
    public static InvitationForm of(InvitationDetails details, PermissionCatalogue catalogue, Call call) {
        List<String> addresses = Objects.requireNonNullElse(details.addresses(), List.of());
        if (addresses.isEmpty() || addresses.size() > MOST) {
            throw new Refusal(Reason.OUT_OF_RANGE, 1, MOST).at(new Pointer("/addresses"));
        }
        MembershipKind kind = Values.optional("kind", details.kind(), Values.oneOf(MembershipKind.class));
        return new InvitationForm(
                addresses,
                kind == null ? MembershipKind.GUEST : kind,
                Values.list("permissions", details.permissions(), catalogue::require),
                Objects.requireNonNullElse(details.contactTypes(), List.of()),
                details.endsAt(),
                new Letter(
                        Values.optional("language", details.language(), call::language),
                        Values.optional("message", details.message(), Message::new),
                        redirect(details.redirect(), call)));
    }

    private static @Nullable Redirect redirect(@Nullable RedirectRepresentation wanted, Call call) {
        if (wanted == null) {
            return null;
        }
        Redirect redirect = new Redirect(
                Values.required("redirect/clientId", wanted.clientId(), text -> text),
                Values.required("redirect/uri", wanted.uri(), text -> text));
        if (!call.allows(redirect)) {
            throw new Refusal(Reason.REDIRECT_NOT_ALLOWED).at(new Pointer("/redirect/uri"));
        }
        return redirect;
    }

    /** The membership that one of the addresses is offered. */
    public Membership offer(String address, Customer customer, long now) {
        return Membership.record(
                        customer,
                        null,
                        kind,
                        new Person(null, null, new EmailAddress(address), null),
                        permissions,
                        Values.list("contactTypes", contactTypes, name -> customer.requireContactType(new Name(name))),
                        now)
                .until(endsAt);
    }

    /** An invitation as who is invited sees it. */
    public static OfferRepresentation representation(Offer offer) {
        Invitation invitation = offer.invitation();
        Membership offered = offer.membership();
        return new OfferRepresentation(
                invitation.id(),
                offer.number().value(),
                offer.customerName().value(),
                invitation.inviter().name().value(),
                offered.kind().key(),
                MembershipForm.permissions(offered),
                MembershipForm.contactTypes(offered),
                Optional.ofNullable(invitation.letter().message())
                        .map(Message::value)
                        .orElse(null),
                offered.endsAt(),
                invitation.createdAt(),
                invitation.expiresAt());
    }

    /** An invitation as people who manage it see it. */
    public static InvitationRepresentation representation(Invitation invitation, @Nullable Delivery delivery) {
        Letter letter = invitation.letter();
        return new InvitationRepresentation(
                invitation.id(),
                invitation.state().key(),
                invitation.address().value(),
                invitation.inviter().name().value(),
                invitation.inviter().staff(),
                Optional.ofNullable(letter.language())
                        .map(Locale::toLanguageTag)
                        .orElse(null),
                Optional.ofNullable(letter.message()).map(Message::value).orElse(null),
                Optional.ofNullable(letter.redirect())
                        .map(redirect -> new RedirectRepresentation(redirect.clientId(), redirect.uri()))
                        .orElse(null),
                invitation.createdAt(),
                invitation.expiresAt(),
                Optional.ofNullable(invitation.ending())
                        .map(Invitation.Ending::at)
                        .orElse(null),
                invitation.endedBy().map(Part::key).orElse(null),
                delivery == null
                        ? null
                        : new MailRepresentation(delivery.state().key(), delivery.attempts(), delivery.triedAt()));
    }
}
