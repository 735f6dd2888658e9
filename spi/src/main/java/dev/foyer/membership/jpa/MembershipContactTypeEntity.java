package dev.foyer.membership.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.customer.jpa.ContactTypeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of FOYER_MEMBERSHIP_CONTACT_TYPE: a person in a department. {@code permanentOf} holds the customer's id when the
 * type is the permanent one and nothing otherwise; being unique, it lets the database keep the one-person rule.
 */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_MEMBERSHIP_CONTACT_TYPE")
@IdClass(MembershipContactTypeEntity.Key.class)
public class MembershipContactTypeEntity {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "MEMBERSHIP_ID")
    private MembershipEntity membership;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CONTACT_TYPE_ID")
    private ContactTypeEntity contactType;

    @Column(name = "PERMANENT_OF", updatable = false)
    private @Nullable String permanentOf;

    @SuppressWarnings("NullAway.Init")
    protected MembershipContactTypeEntity() {}

    MembershipContactTypeEntity(
            MembershipEntity membership, ContactTypeEntity contactType, @Nullable String permanentOf) {
        this.membership = membership;
        this.contactType = contactType;
        this.permanentOf = permanentOf;
    }

    ContactType toContactType() {
        return contactType.toContactType();
    }

    /** The primary key. */
    public record Key(String membership, String contactType) implements Serializable {}
}
