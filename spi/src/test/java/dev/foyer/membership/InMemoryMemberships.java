package dev.foyer.membership;

import dev.foyer.customer.ContactType;
import dev.foyer.text.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Memberships in a map, for tests of the domain. */
public final class InMemoryMemberships implements Memberships {

    private final Map<String, Membership> memberships = new LinkedHashMap<>();

    @Override
    public Optional<Membership> find(String id) {
        return Optional.ofNullable(memberships.get(id));
    }

    @Override
    public Optional<Membership> findByUser(String customerId, String userId) {
        return first(customerId, membership -> userId.equals(membership.userId()));
    }

    @Override
    public Optional<Membership> findByEmail(String customerId, EmailAddress email) {
        return first(customerId, membership -> email.equals(membership.person().email()));
    }

    @Override
    public Optional<Membership> findPermanentContact(String customerId) {
        return first(
                customerId, membership -> membership.contactTypes().stream().anyMatch(ContactType::permanent));
    }

    @Override
    public void add(Membership membership) {
        memberships.put(membership.id(), membership);
    }

    @Override
    public void save(Membership membership) {
        memberships.put(membership.id(), membership);
    }

    @Override
    public void remove(Membership membership) {
        memberships.remove(membership.id());
    }

    private Optional<Membership> first(String customerId, Predicate<Membership> condition) {
        return memberships.values().stream()
                .filter(membership -> membership.customerId().equals(customerId))
                .filter(condition)
                .findFirst();
    }
}
