package dev.foyer.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who has gone without a word is found, and who is away for a moment is waited for. */
class DeparturesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);
    private static final Instant LATER = NOW.plus(Departures.PATIENCE);

    private final Realm realm = new Realm();
    private final Departures departures = new Departures(2);

    @Test
    void everybodyIsAskedAboutPageByPageAndAgain() {
        realm.kept.addAll(List.of("a", "b", "c", "d", "e"));
        realm.present.addAll(List.of("a", "c"));

        for (Instant now : List.of(NOW, LATER)) {
            for (int page = 0; page < 3; page++) {
                departures.step(realm, now);
            }
        }

        assertThat(realm.kept).containsExactly("a", "c");
    }

    @Test
    void whoComesBackInTimeHasNotGone() {
        realm.kept.add("a");
        departures.step(realm, NOW);
        realm.present.add("a");
        departures.step(realm, LATER.minusMillis(1));
        realm.present.clear();
        departures.step(realm, LATER);

        assertThat(realm.kept).containsExactly("a");
        assertThat(departures.step(realm, LATER.plus(Departures.PATIENCE))).containsOnlyKeys("a");
        assertThat(realm.kept).isEmpty();
    }

    @Test
    void whoCannotBeRemovedKeepsNobodyWaiting() {
        realm.kept.addAll(List.of("a", "b", "poisoned", "q", "z"));
        realm.poisoned = "poisoned";
        for (int page = 0; page < 3; page++) {
            departures.step(realm, NOW);
        }

        departures.step(realm, LATER);
        Optional<RuntimeException> failure = departures.step(realm, LATER).get("poisoned");
        departures.step(realm, LATER);

        assertThat(failure).containsInstanceOf(IllegalStateException.class);
        assertThat(realm.kept).containsExactly("poisoned");
    }

    private static final class Realm implements Departures.Kept {

        private final Set<String> kept = new TreeSet<>();
        private final List<String> present = new ArrayList<>();
        private String poisoned = "";

        @Override
        public List<String> page(String after, int size) {
            return kept.stream()
                    .filter(id -> id.compareTo(after) > 0)
                    .limit(size)
                    .toList();
        }

        @Override
        public Set<String> gone(Collection<String> userIds) {
            return userIds.stream().filter(id -> !present.contains(id)).collect(Collectors.toSet());
        }

        @Override
        public void remove(String userId) {
            if (userId.equals(poisoned)) {
                throw new IllegalStateException();
            }
            kept.remove(userId);
        }
    }
}
