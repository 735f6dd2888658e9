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
        requireCompatible(membership);
        memberships.add(membership);
    }

    /**
     * Adds many in one go, as if one after the other.
     *
     * @return those that were refused, for the reasons of {@link #add}, and not added
     */
    public Map<Membership, Refusal> addAll(Collection<Membership> candidates) {
        Map<String, List<Membership>> present = memberships.findRivals(candidates).stream()
                .collect(Collectors.groupingBy(Membership::customerId, Collectors.toCollection(ArrayList::new)));
        Map<Membership, Refusal> refused = new LinkedHashMap<>();
        List<Membership> added = new ArrayList<>();
        for (Membership candidate : candidates) {
            List<Membership> rivals = present.computeIfAbsent(candidate.customerId(), id -> new ArrayList<>());
            Optional<Refusal> refusal = refusal(candidate, rivals);
            if (refusal.isPresent()) {
                refused.put(candidate, refusal.get());
            } else {
                rivals.add(candidate);
                added.add(candidate);
            }
        }
        memberships.addAll(added);
        return refused;
    }

    /** @throws Refusal as {@link #add} */
    public void save(Membership membership) {
        requireCompatible(membership);
        memberships.save(membership);
    }

    private void requireCompatible(Membership membership) {
        refusal(membership, memberships.findRivals(List.of(membership))).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Optional<Refusal> refusal(Membership membership, List<Membership> rivals) {
        return rivals.stream()
                .flatMap(rival -> membership.conflict(rival).stream())
                .findFirst();
    }
}
