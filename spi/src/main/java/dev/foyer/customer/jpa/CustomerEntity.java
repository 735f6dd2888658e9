package dev.foyer.customer.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.Name;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of FOYER_CUSTOMER. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_CUSTOMER")
public class CustomerEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @Column(name = "NUMBER")
    private String number;

    @Column(name = "NAME")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "TYPE")
    private CustomerType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private CustomerState state;

    @Column(name = "AGENCY")
    private boolean agency;

    @Column(name = "SECOND_FACTOR_REQUIRED")
    private boolean secondFactorRequired;

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Version
    @Column(name = "VERSION")
    private long version;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ContactTypeEntity> contactTypes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected CustomerEntity() {}

    @SuppressWarnings("NullAway.Init")
    CustomerEntity(String realmId, Customer customer) {
        this.realmId = realmId;
        this.id = customer.id();
        this.createdAt = customer.createdAt().toEpochMilli();
        update(customer);
    }

    String id() {
        return id;
    }

    void update(Customer customer) {
        number = customer.number().value();
        name = customer.name().value();
        type = customer.type();
        state = customer.state();
        agency = customer.agency();
        secondFactorRequired = customer.secondFactorRequired();
        contactTypes.removeIf(entity -> customer.contactTypes().stream().noneMatch(entity::is));
        int next = contactTypes.stream()
                        .mapToInt(ContactTypeEntity::position)
                        .max()
                        .orElse(-1)
                + 1;
        for (var contactType : customer.contactTypes()) {
            Optional<ContactTypeEntity> present = contactTypes.stream()
                    .filter(entity -> entity.is(contactType))
                    .findFirst();
            if (present.isPresent()) {
                present.get().update(contactType);
            } else {
                contactTypes.add(new ContactTypeEntity(this, contactType, next++));
            }
        }
    }

    Customer toCustomer() {
        return new Customer(
                id,
                new AccountNumber(number),
                new Name(name),
                type,
                state,
                agency,
                secondFactorRequired,
                contactTypes.stream().map(ContactTypeEntity::toContactType).toList(),
                Instant.ofEpochMilli(createdAt));
    }
}
