package dev.foyer.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the realm's users are called now. */
@FunctionalInterface
public interface Profiles {

    /** Of those of the users of whom it is known, by their ids. */
    Map<String, Profile> of(Collection<String> userIds);

    /** Of those who have entered their account: before that nobody learns whether there is a user. */
    default Map<String, Profile> ofMembers(Collection<Membership> members) {
        return of(members.stream()
                .filter(Membership::hasEntered)
                .map(Membership::userId)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .collect(Collectors.toSet()));
    }

    /** Of one who has entered their account. */
    default Optional<Profile> find(Membership member) {
        return ofMembers(List.of(member)).values().stream().findFirst();
    }
}
