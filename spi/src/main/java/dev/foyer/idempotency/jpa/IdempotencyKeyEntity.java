package dev.foyer.idempotency.jpa;

import dev.foyer.idempotency.IdempotencyKeys.Created;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_ATTEMPT. It holds hashes and ids only: nothing of what was sent. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_ATTEMPT")
public class IdempotencyKeyEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "CALLER")
    private String caller;

    @Column(name = "ATTEMPT_KEY")
    private String key;

    @Column(name = "REQUEST")
    private String request;

    @Column(name = "CREATED_ID")
    private @Nullable String createdId;

    @Column(name = "CREATED_TAG")
    private @Nullable String createdTag;

    @Column(name = "EXPIRES_AT")
    private long expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected IdempotencyKeyEntity() {}

    IdempotencyKeyEntity(String realmId, String caller, String key, String request, Instant expiresAt) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.caller = caller;
        this.key = key;
        this.request = request;
        this.expiresAt = expiresAt.toEpochMilli();
    }

    boolean isOf(String otherRequest) {
        return request.equals(otherRequest);
    }

    Optional<Created> created() {
        return createdId == null || createdTag == null
                ? Optional.empty()
                : Optional.of(new Created(createdId, createdTag));
    }

    void succeed(Created created, Instant newExpiry) {
        createdId = created.id();
        createdTag = created.tag();
        expiresAt = newExpiry.toEpochMilli();
    }
}
