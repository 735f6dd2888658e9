package dev.foyer.customer.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of FOYER_CUSTOMER_TERM: a word by which a customer is found. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_CUSTOMER_TERM")
@IdClass(CustomerTermEntity.Key.class)
public class CustomerTermEntity {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CUSTOMER_ID")
    private CustomerEntity customer;

    @Id
    @Column(name = "TERM")
    private String term;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @SuppressWarnings("NullAway.Init")
    protected CustomerTermEntity() {}

    CustomerTermEntity(CustomerEntity customer, String term, String realmId) {
        this.customer = customer;
        this.term = term;
        this.realmId = realmId;
    }

    String term() {
        return term;
    }

    /** The primary key. */
    public record Key(String customer, String term) implements Serializable {}
}
