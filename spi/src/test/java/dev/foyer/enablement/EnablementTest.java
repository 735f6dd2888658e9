package dev.foyer.enablement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.feature.RealmComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnablementTest {

    private final InMemoryRealm realm = new InMemoryRealm();
    private final Enablement accounts = new Enablement(
            realm, Stream.of("scope", "mapper", "role").map(realm::component).toList());

    @Test
    void whatEnablingWouldAddIsToldBefore() {
        realm.things.add("role");

        assertThat(accounts.state()).isEqualTo(new EnablementState(false, List.of(), List.of("scope", "mapper")));
    }

    @Test
    void enablingAddsEachPartAfterThoseItHangsOn() {
        assertThat(accounts.enable()).isTrue();

        assertThat(realm.things).containsExactly("scope", "mapper", "role");
        assertThat(accounts.state())
                .isEqualTo(new EnablementState(true, List.of("scope", "mapper", "role"), List.of()));
    }

    @Test
    void enablingAgainWritesNothing() {
        accounts.enable();
        realm.writes = 0;

        assertThat(accounts.enable()).isFalse();

        assertThat(realm.writes).isZero();
    }

    @Test
    void enablingAgainMendsWhatIsMissing() {
        accounts.enable();
        realm.things.remove("mapper");

        assertThat(accounts.enable()).isTrue();

        assertThat(realm.things).containsExactlyInAnyOrder("scope", "mapper", "role");
        assertThat(accounts.state().added()).containsExactly("scope", "mapper", "role");
    }

    @Test
    void aPauseLeavesEverythingInItsPlace() {
        accounts.enable();

        assertThat(accounts.pause()).isTrue();

        assertThat(realm.things).containsExactly("scope", "mapper", "role");
        assertThat(accounts.state())
                .isEqualTo(new EnablementState(false, List.of("scope", "mapper", "role"), List.of()));
        assertThat(accounts.pause()).isFalse();
        assertThat(accounts.enable()).isTrue();
    }

    @Test
    void disablingTakesAwayWhatWasAddedLastPartFirstAndLeavesTheRest() {
        realm.things.add("role");
        accounts.enable();

        assertThat(accounts.disable()).isTrue();

        assertThat(realm.removed).containsExactly("mapper", "scope");
        assertThat(realm.things).containsExactly("role");
        assertThat(accounts.state()).isEqualTo(new EnablementState(false, List.of(), List.of("scope", "mapper")));
    }

    @Test
    void disablingDoesNotMindWhatIsGoneAlready() {
        accounts.enable();
        realm.things.remove("mapper");

        accounts.disable();

        assertThat(realm.things).isEmpty();
    }

    @Test
    void disablingAgainDoesNothing() {
        accounts.enable();
        accounts.disable();
        realm.writes = 0;

        assertThat(accounts.disable()).isFalse();

        assertThat(realm.writes).isZero();
    }

    /** Somebody has switched off by hand: what was added is still known. */
    @Test
    void disablingTakesAwayWhatAnotherHandHasLeft() {
        accounts.enable();
        realm.setEnabled(false);

        assertThat(accounts.disable()).isTrue();

        assertThat(realm.things).isEmpty();
    }

    private static final class InMemoryRealm implements EnablementStore {

        final List<String> things = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        int writes;

        private boolean on;
        private List<String> added = List.of();

        RealmComponent component(String name) {
            return new RealmComponent(name, () -> things.contains(name), () -> things.add(name), () -> {
                things.remove(name);
                removed.add(name);
            });
        }

        @Override
        public boolean isEnabled() {
            return on;
        }

        @Override
        public void setEnabled(boolean newlyOn) {
            on = newlyOn;
            writes++;
        }

        @Override
        public List<String> added() {
            return added;
        }

        @Override
        public void keepAdded(List<String> newlyAdded) {
            added = newlyAdded;
            writes++;
        }
    }
}
