package dev.foyer.api;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.contacts.InvitationOutcome;
import dev.foyer.contacts.InvitationRequest;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.EndedBy;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationOptions.Redirect;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.invitation.Invitations.Offer;
import dev.foyer.invitation.MailReason;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.SentInvitation;
import dev.foyer.keycloak.Messages;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.representation.InvitationRepresentation.MailRepresentation;
import dev.foyer.representation.InvitationResult;
import dev.foyer.representation.OfferRepresentation;
import dev.foyer.representation.RedirectRepresentation;
import dev.foyer.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests and answers of both APIs say of invitations. */
public final class InvitationForm {
    private InvitationForm() {}

    /** @throws Refusal naming what does not fit; of single addresses it is told later, one by one */
    static InvitationRequest of(InvitationDetails details, Call call) {
        MembershipKind kind = RequestValues.optional("kind", details.kind(), RequestValues.oneOf(MembershipKind.class));
        return new InvitationRequest(
                Objects.requireNonNullElse(details.addresses(), List.of()),
                kind == null ? MembershipKind.GUEST : kind,
                MembershipForm.grant(details.permissions(), details.contactTypes()),
                Optional.ofNullable(details.endsAt()).map(Instant::ofEpochMilli).orElse(null),
                new InvitationOptions(
                        RequestValues.optional("language", details.language(), call::language),
                        RequestValues.optional("message", details.message(), Message::new),
                        redirect(details.redirect(), call)));
    }

    /** What became of each address, with a refusal as a problem in words. */
    static List<InvitationResult> results(List<InvitationOutcome> outcomes, Messages messages) {
        return outcomes.stream().map(outcome -> result(outcome, messages)).toList();
    }

    private static InvitationResult result(InvitationOutcome outcome, Messages messages) {
        Invitation invitation = outcome.invitation();
        Refusal refusal = outcome.refusal();
        return new InvitationResult(
                outcome.address(),
                invitation == null ? null : invitation.membershipId(),
                refusal == null ? null : ProblemDetails.type(refusal),
                refusal == null ? null : messages.text(refusal));
    }

    private static @Nullable Redirect redirect(@Nullable RedirectRepresentation wanted, Call call) {
        if (wanted == null) {
            return null;
        }
        Redirect redirect = new Redirect(
                RequestValues.required("redirect/clientId", wanted.clientId(), text -> text),
                RequestValues.required("redirect/uri", wanted.uri(), text -> text));
        if (!call.allows(redirect)) {
            throw new Refusal(InvitationReason.REDIRECT_NOT_ALLOWED).at(new Pointer("/redirect/uri"));
        }
        return redirect;
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
                Optional.ofNullable(invitation.options().message())
                        .map(Message::value)
                        .orElse(null),
                MembershipForm.endsAt(offered),
                invitation.createdAt().toEpochMilli(),
                invitation.expiresAt().toEpochMilli());
    }

    /** Invitations as people who manage them see them, with how their addresses came to be and how far their mails are. */
    public static List<InvitationRepresentation> representations(List<SentInvitation> history, Messages messages) {
        return history.stream()
                .map(sent -> representation(sent, sent.delivery() == null ? null : mail(sent.delivery(), messages)))
                .toList();
    }

    /** An invitation as people who manage it see it, just when it has ended, or been sent to an address for the first time. */
    public static InvitationRepresentation representation(Invitation invitation) {
        return representation(new SentInvitation(invitation, null, null));
    }

    /** An invitation as people who manage it see it, just when it was sent, with how its address came to be. */
    public static InvitationRepresentation representation(SentInvitation sent) {
        return representation(sent, null);
    }

    private static MailRepresentation mail(Delivery delivery, Messages messages) {
        Optional<MailReason> reason = Optional.ofNullable(delivery.reason());
        return new MailRepresentation(
                delivery.state().key(),
                delivery.attempts(),
                Optional.ofNullable(delivery.triedAt())
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                reason.map(MailReason::key).orElse(null),
                reason.map(why -> messages.text(why)).orElse(null));
    }

    private static InvitationRepresentation representation(SentInvitation sent, @Nullable MailRepresentation mail) {
        Invitation invitation = sent.invitation();
        InvitationOptions options = invitation.options();
        return new InvitationRepresentation(
                invitation.id(),
                invitation.state().key(),
                invitation.address().value(),
                MembershipForm.representation(sent.addressChange()),
                invitation.inviter().name().value(),
                invitation.inviter().staff(),
                Optional.ofNullable(options.language())
                        .map(Locale::toLanguageTag)
                        .orElse(null),
                Optional.ofNullable(options.message()).map(Message::value).orElse(null),
                Optional.ofNullable(options.redirect())
                        .map(redirect -> new RedirectRepresentation(redirect.clientId(), redirect.uri()))
                        .orElse(null),
                invitation.createdAt().toEpochMilli(),
                invitation.expiresAt().toEpochMilli(),
                Optional.ofNullable(invitation.ending())
                        .map(Invitation.Ending::at)
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                invitation.endedBy().map(EndedBy::key).orElse(null),
                mail);
    }
}
