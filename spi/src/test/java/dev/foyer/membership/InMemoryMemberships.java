package dev.foyer.membership;

import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.text.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Memberships in a map, for tests of the domain. */
public final class InMemoryMemberships implements Memberships {

    private final Map<String, Membership> memberships = new LinkedHashMap<>();
    private final Set<String> external = new HashSet<>();
    private final Customers customers;

    public InMemoryMemberships(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Optional<Membership> find(String id) {
        return Optional.ofNullable(memberships.get(id));
    }

    @Override
    public Optional<Membership> findByUser(String customerId, String userId) {
        return first(customerId, membership -> userId.equals(membership.userId()));
    }

    @Override
    public Optional<Membership> findOpen(String customerId, String userId, Instant now) {
        return customers
                .find(customerId)
                .flatMap(customer -> findByUser(customerId, userId).filter(found -> found.opens(customer, now)));
    }

    /** Who was a person of a customer, some time or other. */
    public UserType userType(String userId) {
        return external.contains(userId) ? UserType.EXTERNAL : UserType.INTERNAL;
    }

    @Override
    public Optional<Membership> findByEmail(String customerId, EmailAddress email) {
        return first(customerId, membership -> email.equals(membership.person().email()));
    }

    @Override
    public List<MembershipKeys> findRivals(Collection<MembershipKeys> keys) {
        return memberships.values().stream()
                .map(Membership::keys)
                .filter(taken ->
                        keys.stream().anyMatch(one -> one.conflict(taken).isPresent()))
                .toList();
    }

    @Override
    public List<Membership> page(List<Customer> customers, @Nullable Membership after, int size) {
        Map<String, String> numbers = customers.stream()
                .collect(Collectors.toMap(
                        Customer::id, customer -> customer.number().value()));
        List<Membership> sorted = memberships.values().stream()
                .filter(membership -> numbers.containsKey(membership.customerId()))
                .sorted(Comparator.<Membership, String>comparing(membership -> numbers.get(membership.customerId()))
                        .thenComparing(Membership::id))
                .toList();
        return sorted.stream()
                .skip(after == null ? 0 : sorted.indexOf(after) + 1L)
                .limit(size)
                .toList();
    }

    @Override
    public void add(Membership membership) {
        memberships.put(membership.id(), membership);
        if (membership.makesExternal()) {
            external.add(Objects.requireNonNull(membership.userId()));
        }
    }

    @Override
    public void addAll(Collection<Membership> added) {
        added.forEach(this::add);
    }

    @Override
    public void save(Membership membership) {
        add(membership);
    }

    @Override
    public void remove(Membership membership) {
        memberships.remove(membership.id());
    }

    boolean anyHas(Permission permission) {
        return memberships.values().stream()
                .anyMatch(membership -> membership.permissions().contains(permission));
    }

    @Override
    public long count(String customerId) {
        return memberships.values().stream()
                .filter(membership -> membership.customerId().equals(customerId))
                .count();
    }

    @Override
    public boolean hasOtherActiveOwner(Membership owner) {
        return memberships.values().stream()
                .filter(membership -> membership.customerId().equals(owner.customerId()))
                .filter(membership -> !membership.id().equals(owner.id()))
                .anyMatch(Membership::isActiveOwner);
    }

    private Optional<Membership> first(String customerId, Predicate<Membership> condition) {
        return memberships.values().stream()
                .filter(membership -> membership.customerId().equals(customerId))
                .filter(condition)
                .findFirst();
    }
}
