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
public final class MembershipService {

    private final Memberships memberships;

    public MembershipService(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * @throws Refusal {@code MEMBERSHIP_EXISTS} if the user or the address is a member of the customer already,
     *     {@code CONTACT_TYPE_HOLDS_ONE} if somebody is in the permanent contact type already
     */
    public void add(Membership membership) {
        requireFree(membership.keys());
        memberships.add(membership);
    }

    /**
     * Adds many in one go, as if one after the other.
     *
     * @return those that were refused, for the reasons of {@link #add}, and not added
     */
    public Map<Membership, Refusal> addAll(Collection<Membership> candidates) {
        Map<String, List<MembershipKeys>> taken =
                memberships.findRivals(candidates.stream().map(Membership::keys).toList()).stream()
                        .collect(Collectors.groupingBy(
                                MembershipKeys::customerId, Collectors.toCollection(ArrayList::new)));
        Map<Membership, Refusal> refused = new LinkedHashMap<>();
        List<Membership> added = new ArrayList<>();
        for (Membership candidate : candidates) {
            List<MembershipKeys> rivals = taken.computeIfAbsent(candidate.customerId(), id -> new ArrayList<>());
            Optional<Refusal> refusal = refusal(candidate.keys(), rivals);
            if (refusal.isPresent()) {
                refused.put(candidate, refusal.get());
            } else {
                rivals.add(candidate.keys());
                added.add(candidate);
            }
        }
        memberships.addAll(added);
        return refused;
    }

    /** @throws Refusal as {@link #add} */
    public void save(Membership membership) {
        requireFree(membership.keys());
        memberships.save(membership);
    }

    private void requireFree(MembershipKeys keys) {
        refusal(keys, memberships.findRivals(List.of(keys))).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Optional<Refusal> refusal(MembershipKeys keys, List<MembershipKeys> rivals) {
        return rivals.stream().flatMap(rival -> keys.conflict(rival).stream()).findFirst();
    }
}
