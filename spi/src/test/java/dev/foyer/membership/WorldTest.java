package dev.foyer.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.Customer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** That chance leaves nothing out. */
class WorldTest {

    private final List<Place> places = World.many().stream()
            .flatMap(world -> world.customers().stream()
                    .flatMap(customer -> World.USERS.stream()
                            .flatMap(user -> world.membership(customer, user).stream())
                            .map(own -> new Place(customer, own))))
            .toList();

    @Test
    void thereAreAccountsThatAreOpenAndAccountsThatAreClosedForOneReasonAlone() {
        assertThat(places)
                .anyMatch(place -> place.is(true, true, true))
                .anyMatch(place -> place.is(false, true, true))
                .anyMatch(place -> place.is(true, false, true))
                .anyMatch(place -> place.is(true, true, false));
        for (MembershipKind kind : MembershipKind.values()) {
            assertThat(places)
                    .filteredOn(place -> place.own().kind() == kind)
                    .anyMatch(place -> place.is(true, true, true));
        }
    }

    @Test
    void thereAreMembershipsThatWouldBeOpenButEndInTheMomentThatIsAskedAbout() {
        assertThat(places)
                .anyMatch(place -> place.is(true, false, true)
                        && Objects.equals(place.own().endsAt(), World.NOW))
                .anyMatch(place ->
                        place.is(true, true, true) && Objects.equals(place.own().endsAt(), World.after(1)));
    }

    private record Place(Customer customer, Membership own) {

        boolean is(boolean active, boolean notOver, boolean customerActive) {
            return own.isActive() == active
                    && own.isOver(World.NOW) != notOver
                    && customer.isActive() == customerActive;
        }
    }
}
