package dev.foyer.membership.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of FOYER_MEMBERSHIP_TERM: a word by which a person, and with them the customer, is found. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_MEMBERSHIP_TERM")
@IdClass(MembershipTermEntity.Key.class)
public class MembershipTermEntity {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "MEMBERSHIP_ID")
    private MembershipEntity membership;

    @Id
    @Column(name = "TERM")
    private String term;

    @Column(name = "CUSTOMER_ID", updatable = false)
    private String customerId;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @SuppressWarnings("NullAway.Init")
    protected MembershipTermEntity() {}

    MembershipTermEntity(MembershipEntity membership, String term, String customerId, String realmId) {
        this.membership = membership;
        this.term = term;
        this.customerId = customerId;
        this.realmId = realmId;
    }

    String term() {
        return term;
    }

    /** The primary key. */
    public record Key(String membership, String term) implements Serializable {}
}
