package dev.foyer.membership;

import dev.foyer.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the rules that one membership can not see by itself. The database holds the same rules against races. */
public final class MembershipRegister {

    private final Memberships memberships;

    public MembershipRegister(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if the user or the address is a member of the customer already,
     *     {@code CONTACT_TYPE_HOLDS_ONE} if somebody is in the permanent contact type already
     */
    public void add(Membership membership) {
        requireFree(membership.seat());
        memberships.add(membership);
    }

    /**
     * Adds many in one go, as if one after the other.
     *
     * @return those that were refused, for the reasons of {@link #add}, and not added
     */
    public Map<Membership, Refusal> addAll(Collection<Membership> candidates) {
        Map<String, List<Seat>> taken =
                memberships.findRivals(candidates.stream().map(Membership::seat).toList()).stream()
                        .collect(Collectors.groupingBy(Seat::customerId, Collectors.toCollection(ArrayList::new)));
        Map<Membership, Refusal> refused = new LinkedHashMap<>();
        List<Membership> added = new ArrayList<>();
        for (Membership candidate : candidates) {
            List<Seat> rivals = taken.computeIfAbsent(candidate.customerId(), id -> new ArrayList<>());
            Optional<Refusal> refusal = refusal(candidate.seat(), rivals);
            if (refusal.isPresent()) {
                refused.put(candidate, refusal.get());
            } else {
                rivals.add(candidate.seat());
                added.add(candidate);
            }
        }
        memberships.addAll(added);
        return refused;
    }

    /** @throws Refusal as {@link #add} */
    public void save(Membership membership) {
        requireFree(membership.seat());
        memberships.save(membership);
    }

    private void requireFree(Seat seat) {
        refusal(seat, memberships.findRivals(List.of(seat))).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Optional<Refusal> refusal(Seat seat, List<Seat> rivals) {
        return rivals.stream().flatMap(rival -> seat.conflict(rival).stream()).findFirst();
    }
}
