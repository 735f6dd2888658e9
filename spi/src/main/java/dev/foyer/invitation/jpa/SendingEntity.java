package dev.foyer.invitation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_SENDING: that somebody was invited, in digests only. It outlives the invitation, by a day at most. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_SENDING")
public class SendingEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    /** Null if staff invited. */
    @Column(name = "INVITER_KEY", updatable = false)
    private @Nullable String inviterKey;

    @Column(name = "CUSTOMER_KEY", updatable = false)
    private String customerKey;

    @Column(name = "ADDRESS_KEY", updatable = false)
    private String addressKey;

    @Column(name = "SENT_AT", updatable = false)
    private long sentAt;

    @SuppressWarnings("NullAway.Init")
    protected SendingEntity() {}

    SendingEntity(String realmId, @Nullable String inviterKey, String customerKey, String addressKey, Instant sentAt) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.inviterKey = inviterKey;
        this.customerKey = customerKey;
        this.addressKey = addressKey;
        this.sentAt = sentAt.toEpochMilli();
    }
}
