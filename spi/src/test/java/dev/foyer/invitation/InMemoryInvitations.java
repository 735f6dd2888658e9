package dev.foyer.invitation;

import dev.foyer.customer.Customers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Memberships;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Invitations in a map, for tests of the domain. */
public final class InMemoryInvitations implements Invitations {

    private final Customers customers;
    private final Memberships memberships;
    private final Map<String, Invitation> invitations = new LinkedHashMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    public InMemoryInvitations(Customers customers, Memberships memberships) {
        this.customers = customers;
        this.memberships = memberships;
    }

    @Override
    public Optional<Invitation> find(String id) {
        return Optional.ofNullable(invitations.get(id));
    }

    @Override
    public Optional<String> findByToken(InvitationToken token) {
        return hashes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(token.hash()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<String> customerOf(String id) {
        return find(id).map(Invitation::customerId);
    }

    @Override
    public Optional<Invitation> openOf(String membershipId) {
        return latest(invitation ->
                        invitation.membershipId().equals(membershipId) && invitation.state() == InvitationState.SENT)
                .findFirst();
    }

    @Override
    public List<Invitation> history(String membershipId) {
        return latest(invitation -> invitation.membershipId().equals(membershipId))
                .toList();
    }

    @Override
    public List<Offer> addressedTo(Invitee invitee, Instant now, int limit) {
        return latest(invitation -> invitation.isOpen(now) && invitation.isAddressedTo(invitee))
                .flatMap(invitation -> offer(invitation.id()).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Offer> offer(String id) {
        return find(id).flatMap(invitation -> customers
                .find(invitation.customerId())
                .filter(customer -> customer.isActive())
                .map(customer -> new Offer(invitation, membership(invitation), customer.number(), customer.name())));
    }

    @Override
    public boolean seal(String id, InvitationToken token) {
        boolean isOpen =
                find(id).filter(found -> found.state() == InvitationState.SENT).isPresent();
        if (isOpen) {
            hashes.put(id, token.hash());
        }
        return isOpen;
    }

    @Override
    public void add(Invitation invitation) {
        invitations.put(invitation.id(), invitation);
    }

    @Override
    public void back(Invitation invitation) {
        invitations.put(invitation.id(), invitation);
    }

    @Override
    public void save(Invitation invitation) {
        invitations.put(invitation.id(), invitation);
    }

    private Membership membership(Invitation invitation) {
        return memberships.find(invitation.membershipId()).orElseThrow();
    }

    private Stream<Invitation> latest(Predicate<Invitation> condition) {
        return invitations.values().stream()
                .filter(condition)
                .sorted(Comparator.comparing(Invitation::createdAt).reversed());
    }
}
