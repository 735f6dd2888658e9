package dev.foyer.customer.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_SEARCH_TERM: a word by which a customer is found, its own or one of its members'. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_SEARCH_TERM")
@IdClass(SearchTermEntity.Key.class)
public class SearchTermEntity {

    @Id
    @Column(name = "CUSTOMER_ID")
    private String customerId;

    @Id
    @Column(name = "TERM")
    private String term;

    /** Whose word it is: the membership's id or, for its own, the customer's. */
    @Id
    @Column(name = "OWNER_ID")
    private String ownerId;

    @Column(name = "MEMBERSHIP_ID", updatable = false)
    private @Nullable String membershipId;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @SuppressWarnings("NullAway.Init")
    protected SearchTermEntity() {}

    SearchTermEntity(String realmId, String customerId, @Nullable String membershipId, String term) {
        this.realmId = realmId;
        this.customerId = customerId;
        this.membershipId = membershipId;
        this.ownerId = membershipId == null ? customerId : membershipId;
        this.term = term;
    }

    String term() {
        return term;
    }

    /** The primary key. */
    public record Key(String customerId, String term, String ownerId) implements Serializable {}
}
