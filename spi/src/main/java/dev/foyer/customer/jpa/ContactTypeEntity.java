package dev.foyer.customer.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.text.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A row of FOYER_CONTACT_TYPE. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_CONTACT_TYPE")
public class ContactTypeEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CUSTOMER_ID", updatable = false)
    private CustomerEntity customer;

    @Column(name = "NAME")
    private String name;

    @Column(name = "PERMANENT", updatable = false)
    private boolean permanent;

    @Column(name = "POSITION")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected ContactTypeEntity() {}

    ContactTypeEntity(CustomerEntity customer, ContactType type, int position) {
        this.customer = customer;
        this.id = type.id();
        this.name = type.name().value();
        this.permanent = type.permanent();
        this.position = position;
    }

    boolean is(ContactType type) {
        return id.equals(type.id());
    }

    void update(ContactType type) {
        name = type.name().value();
    }

    int position() {
        return position;
    }

    /** The domain's value of this row. */
    public ContactType toContactType() {
        return new ContactType(id, new Name(name), permanent);
    }
}
