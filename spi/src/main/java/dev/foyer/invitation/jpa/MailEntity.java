package dev.foyer.invitation.jpa;

import dev.foyer.invitation.MailReason;
import dev.foyer.invitation.Outbox.Delivery;
import dev.foyer.invitation.Outbox.Mail;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_MAIL: a mail to be sent, or one that was. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_MAIL")
public class MailEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @Column(name = "INVITATION_ID", updatable = false)
    private String invitationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "MAIL", updatable = false)
    private Mail mail;

    /** The address of the server as the request knew it that caused the mail. */
    @Column(name = "BASE_URI", updatable = false)
    private String baseUri;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private Delivery.State state;

    @Column(name = "ATTEMPTS")
    private int attempts;

    @Column(name = "TRIED_AT")
    private @Nullable Long triedAt;

    /** When it is to be tried next; null once it is sent or given up. */
    @Column(name = "DUE_AT")
    private @Nullable Long dueAt;

    /** Why the last attempt failed; null if it did not. */
    @Enumerated(EnumType.STRING)
    @Column(name = "REASON")
    private @Nullable MailReason reason;

    @SuppressWarnings("NullAway.Init")
    protected MailEntity() {}

    MailEntity(String realmId, String invitationId, Mail mail, String baseUri, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.invitationId = invitationId;
        this.mail = mail;
        this.baseUri = baseUri;
        this.state = Delivery.State.WAITING;
        this.dueAt = now.toEpochMilli();
    }
}
