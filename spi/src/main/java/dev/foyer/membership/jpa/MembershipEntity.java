package dev.foyer.membership.jpa;

import dev.foyer.customer.ContactType;
import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of FOYER_MEMBERSHIP with its permissions and contact types. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_MEMBERSHIP")
public class MembershipEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CUSTOMER_ID", updatable = false)
    private CustomerEntity customer;

    @Column(name = "CUSTOMER_ID", insertable = false, updatable = false)
    private String customerId;

    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private MembershipKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private MembershipState state;

    @Column(name = "FIRST_NAME")
    private @Nullable String firstName;

    @Column(name = "LAST_NAME")
    private @Nullable String lastName;

    @Column(name = "EMAIL")
    private @Nullable String email;

    @Column(name = "PHONE")
    private @Nullable String phone;

    @Column(name = "LAST_SELECTED_AT")
    private @Nullable Long lastSelectedAt;

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "ENDS_AT")
    private @Nullable Long endsAt;

    @Column(name = "ADDRESS_CHANGED_AT")
    private @Nullable Long addressChangedAt;

    @Column(name = "ADDRESS_CHANGED_BY")
    private @Nullable String addressChangedBy;

    @Column(name = "ADDRESS_CHANGED_BY_STAFF")
    private @Nullable Boolean addressChangedByStaff;
    /** The digest of what the words that find the member's user were made of; written by {@link MemberTerms} alone. */
    @Column(name = "TERMS_OF", insertable = false, updatable = false)
    private @Nullable String termsOf;

    @Version
    @Column(name = "VERSION")
    private long version;

    @ElementCollection
    @CollectionTable(name = "FOYER_MEMBERSHIP_PERMISSION", joinColumns = @JoinColumn(name = "MEMBERSHIP_ID"))
    @Column(name = "PERMISSION")
    private Set<String> permissions = new HashSet<>();

    @OneToMany(mappedBy = "membership", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<MembershipContactTypeEntity> contactTypes = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected MembershipEntity() {}

    @SuppressWarnings("NullAway.Init")
    MembershipEntity(CustomerEntity customer, Membership membership, Function<ContactType, ContactTypeEntity> types) {
        this.customer = customer;
        this.customerId = membership.customerId();
        this.id = membership.id();
        this.createdAt = membership.createdAt().toEpochMilli();
        update(membership, types);
    }

    void update(Membership membership, Function<ContactType, ContactTypeEntity> types) {
        userId = membership.userId();
        kind = membership.kind();
        state = membership.state();
        Instant end = membership.endsAt();
        endsAt = end == null ? null : end.toEpochMilli();
        Person person = membership.person();
        firstName = text(person.firstName());
        lastName = text(person.lastName());
        email = text(person.email());
        phone = text(person.phone());
        AddressChange change = membership.addressChange();
        addressChangedAt = change == null ? null : change.at().toEpochMilli();
        addressChangedBy = change == null ? null : change.by().value();
        addressChangedByStaff = change == null ? null : change.staff();
        Set<String> keys =
                membership.permissions().stream().map(Permission::key).collect(Collectors.toSet());
        permissions.retainAll(keys);
        permissions.addAll(keys);
        contactTypes.removeIf(entity -> !membership.contactTypes().contains(entity.toContactType()));
        Set<ContactType> present = contactTypes.stream()
                .map(MembershipContactTypeEntity::toContactType)
                .collect(Collectors.toSet());
        for (ContactType type : membership.contactTypes()) {
            if (!present.contains(type)) {
                String permanentOf = type.permanent() ? customerId : null;
                contactTypes.add(new MembershipContactTypeEntity(this, types.apply(type), permanentOf));
            }
        }
    }

    Membership toMembership() {
        return new Membership(
                id,
                customerId,
                userId,
                kind,
                state,
                person(),
                permissions.stream().map(Permission::new).collect(Collectors.toSet()),
                contactTypes.stream()
                        .map(MembershipContactTypeEntity::toContactType)
                        .collect(Collectors.toSet()),
                Instant.ofEpochMilli(createdAt),
                endsAt == null ? null : Instant.ofEpochMilli(endsAt),
                addressChange());
    }

    String id() {
        return id;
    }

    private @Nullable AddressChange addressChange() {
        return addressChangedAt == null || addressChangedBy == null
                ? null
                : new AddressChange(
                        Instant.ofEpochMilli(addressChangedAt),
                        new Name(addressChangedBy),
                        Boolean.TRUE.equals(addressChangedByStaff));
    }

    private Person person() {
        return new Person(
                parse(firstName, Name::new),
                parse(lastName, Name::new),
                parse(email, EmailAddress::new),
                parse(phone, PhoneNumber::new));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T parse(@Nullable String text, Function<String, T> type) {
        return text == null ? null : type.apply(text);
    }
}
