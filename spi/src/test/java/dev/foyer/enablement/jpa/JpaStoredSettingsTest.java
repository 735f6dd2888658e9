package dev.foyer.enablement.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.enablement.EnablementReason;
import dev.foyer.persistence.Database;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
record JpaStoredSettingsTest(Database database) {

    @Test
    void whatIsWrittenIsAllThatThereIs() {
        String realm = UUID.randomUUID().toString();
        write(realm, Map.of("foyer.enabled", "true", "foyer.added", "scope", "foyer.level", "3"));
        write(realm, Map.of("foyer.enabled", "true", "foyer.level", "4", "foyer.new", "x"));

        assertThat(read(realm)).isEqualTo(Map.of("foyer.enabled", "true", "foyer.level", "4", "foyer.new", "x"));
        assertThat(read(UUID.randomUUID().toString())).isEmpty();
    }

    /** Whoever puts attributes back must not put back what somebody else is just changing. */
    @Test
    void whoLocksReadsWhatWasCommittedLast() throws Exception {
        String realm = UUID.randomUUID().toString();
        write(realm, Map.of("foyer.level", "2"));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> database.run(em -> {
            JpaStoredSettings settings = new JpaStoredSettings(em, realm);
            settings.lock();
            locked.countDown();
            await(asked);
            settings.write(Map.of("foyer.level", "3"));
        }));
        await(locked);

        Map<String, String> seen = database.call(em -> {
            JpaStoredSettings settings = new JpaStoredSettings(em, realm);
            settings.read();
            asked.countDown();
            return settings.lock();
        });

        change.get(1, TimeUnit.MINUTES);
        assertThat(seen).isEqualTo(Map.of("foyer.level", "3"));
    }

    @Test
    void ofTwoWhoSetUpOneRealmAtOnceTheSecondIsTold() {
        String realm = UUID.randomUUID().toString();

        assertRefused(
                EnablementReason.SETTINGS_CHANGED,
                () -> database.run(em -> {
                    JpaStoredSettings late = new JpaStoredSettings(em, realm);
                    late.lock();
                    CompletableFuture.runAsync(() -> write(realm, Map.of("foyer.enabled", "true")))
                            .join();
                    em.persist(new RealmSettingEntity(realm, "foyer.enabled", "false"));
                    dev.foyer.persistence.Constraints.flush(em);
                }));
    }

    private void write(String realm, Map<String, String> settings) {
        database.run(em -> new JpaStoredSettings(em, realm).write(settings));
    }

    private Map<String, String> read(String realm) {
        return database.call(em -> new JpaStoredSettings(em, realm).read());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
