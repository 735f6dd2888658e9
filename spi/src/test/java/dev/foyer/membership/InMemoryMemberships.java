package dev.foyer.membership;

import dev.foyer.text.EmailAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
    public List<Seat> findRivals(Collection<Seat> seats) {
        return memberships.values().stream()
                .map(Membership::seat)
                .filter(taken ->
                        seats.stream().anyMatch(seat -> seat.conflict(taken).isPresent()))
                .toList();
    }

    @Override
    public void add(Membership membership) {
        memberships.put(membership.id(), membership);
    }

    @Override
    public void addAll(Collection<Membership> added) {
        added.forEach(this::add);
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
