package dev.foyer.invitation.jpa;

import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.Ending;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationOptions.Redirect;
import dev.foyer.invitation.InvitationState;
import dev.foyer.invitation.Inviter;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_INVITATION. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_INVITATION")
public class InvitationEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @Column(name = "CUSTOMER_ID", updatable = false)
    private String customerId;

    @Column(name = "MEMBERSHIP_ID", updatable = false)
    private String membershipId;

    /** The membership as long as the invitation is open, else null: a membership has one open invitation. */
    @Column(name = "OPEN_FOR")
    private @Nullable String openFor;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private InvitationState state;

    /** Null until the mail is made. */
    @Column(name = "TOKEN_HASH")
    private @Nullable String tokenHash;

    @Column(name = "ADDRESS", updatable = false)
    private String address;

    @Column(name = "USER_ID", updatable = false)
    private @Nullable String userId;

    @Column(name = "INVITER_REALM_ID")
    private String inviterRealmId;

    @Column(name = "INVITER_ID")
    private String inviterId;

    @Column(name = "INVITER_STAFF")
    private boolean inviterStaff;

    @Column(name = "INVITER_NAME")
    private String inviterName;

    @Column(name = "LANGUAGE", updatable = false)
    private @Nullable String language;

    @Column(name = "MESSAGE", updatable = false)
    private @Nullable String message;

    @Column(name = "REDIRECT_CLIENT", updatable = false)
    private @Nullable String redirectClient;

    @Column(name = "REDIRECT_URI", updatable = false)
    private @Nullable String redirectUri;

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT", updatable = false)
    private long expiresAt;

    @Column(name = "ENDED_AT")
    private @Nullable Long endedAt;

    @Column(name = "ENDED_BY")
    private @Nullable String endedBy;

    @Version
    @Column(name = "VERSION")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected InvitationEntity() {}

    @SuppressWarnings("NullAway.Init")
    InvitationEntity(String realmId, Invitation invitation) {
        this.realmId = realmId;
        id = invitation.id();
        customerId = invitation.customerId();
        membershipId = invitation.membershipId();
        address = invitation.address().value();
        userId = invitation.userId();
        InvitationOptions options = invitation.options();
        language = options.language() == null ? null : options.language().toLanguageTag();
        message = options.message() == null ? null : options.message().value();
        redirectClient = options.redirect() == null ? null : options.redirect().clientId();
        redirectUri = options.redirect() == null ? null : options.redirect().uri();
        createdAt = invitation.createdAt().toEpochMilli();
        expiresAt = invitation.expiresAt().toEpochMilli();
        update(invitation);
    }

    void update(Invitation invitation) {
        Inviter inviter = invitation.inviter();
        inviterRealmId = inviter.realmId();
        inviterId = inviter.userId();
        inviterStaff = inviter.staff();
        inviterName = inviter.name().value();
        state = invitation.state();
        openFor = state == InvitationState.SENT ? membershipId : null;
        Ending ending = invitation.ending();
        endedAt = ending == null ? null : ending.at().toEpochMilli();
        endedBy = ending == null ? null : ending.userId();
    }

    Invitation toInvitation() {
        return new Invitation(
                id,
                customerId,
                membershipId,
                state,
                new EmailAddress(address),
                userId,
                new Inviter(inviterRealmId, inviterId, inviterStaff, new Name(inviterName)),
                new InvitationOptions(
                        language == null ? null : Locale.forLanguageTag(language),
                        message == null ? null : new Message(message),
                        redirectClient == null || redirectUri == null
                                ? null
                                : new Redirect(redirectClient, redirectUri)),
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(expiresAt),
                endedAt == null ? null : new Ending(Instant.ofEpochMilli(endedAt), endedBy));
    }
}
