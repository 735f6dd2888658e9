package dev.foyer.membership.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/**
 * A row of FOYER_EXTERNAL_USER: that a user is external, and by what. One row is enough; there may be two where somebody
 * became it in two places at once, which neither could see of the other.
 */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_EXTERNAL_USER")
@IdClass(ExternalUserEntity.Key.class)
public class ExternalUserEntity {

    /** The origin of whoever registered themselves or came by an identity provider. */
    static final String NEWCOMER = "newcomer";

    @Id
    @Column(name = "USER_ID")
    private String userId;

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    /** The id of a membership, of which nothing else may be left, or a word. */
    @Id
    @Column(name = "ORIGIN")
    private String origin;

    @SuppressWarnings("NullAway.Init")
    protected ExternalUserEntity() {}

    ExternalUserEntity(String userId, String realmId, String origin) {
        this.userId = userId;
        this.realmId = realmId;
        this.origin = origin;
    }

    /** The primary key. */
    public record Key(String userId, String realmId, String origin) implements Serializable {}
}
