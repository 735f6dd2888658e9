package dev.foyer.invitation.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom among mails. Those named "slow" end only when the test does. */
class LanesTest {
    private static final int WIDTH = 2;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final CountDownLatch end = new CountDownLatch(1);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void aSlowMailDelaysNoOtherOfItsRealm() throws Exception {
        new Lanes(threads, WIDTH, LONG).open("shop", mails("slow", "1", "2", "3"));

        assertThat(begun(4)).containsExactlyInAnyOrder("slow", "1", "2", "3");
    }

    @Test
    void mailsThatNeverEndDelayNoOtherRealm() throws Exception {
        Lanes lanes = new Lanes(threads, WIDTH, LONG);
        lanes.open("shop", mails("slow", "slow", "slow", "slow"));
        assertThat(begun(WIDTH)).containsOnly("slow");

        lanes.open("press", mails("1", "2"));

        assertThat(begun(2)).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void whoseTimeIsOverLetsOthersPass() throws Exception {
        new Lanes(threads, WIDTH, SHORT).open("shop", mails("slow", "slow", "1", "2"));

        assertThat(begun(4)).containsExactlyInAnyOrder("slow", "slow", "1", "2");
    }

    /** Or one mail server that never ends would take all threads in time. */
    @Test
    void aRealmHasNoMoreThanItsShareOfMailsThatDoNotEnd() throws Exception {
        Lanes lanes = new Lanes(threads, WIDTH, SHORT);
        lanes.open("shop", mails("slow", "slow", "slow", "slow", "slow", "slow"));
        assertThat(begun(2 * WIDTH)).containsOnly("slow");

        lanes.open("shop", mails("slow"));
        lanes.open("press", mails("1"));

        assertThat(begun(1)).containsExactly("1");
        assertThat(begun).isEmpty();
    }

    @Test
    void openingWhatIsOpenSendsNothingTwiceAndAnEndedLaneOpensAgain() throws Exception {
        Lanes lanes = new Lanes(threads, WIDTH, LONG);
        lanes.open("shop", mails("slow", "slow"));
        assertThat(begun(2)).containsOnly("slow");
        lanes.open("shop", mails("1"));
        lanes.open("press", mails("2"));
        assertThat(begun(1)).containsExactly("2");

        lanes.open("press", mails());
        lanes.open("news", () -> {
            begun.add("failed");
            throw new IllegalStateException();
        });
        assertThat(begun(2)).containsOnly("failed");
        String again = null;
        while (again == null) {
            lanes.open("news", mails("3"));
            again = begun.poll(10, TimeUnit.MILLISECONDS);
        }
        assertThat(again).isEqualTo("3");
    }

    private List<String> begun(int many) throws InterruptedException {
        return Stream.iterate(0, i -> i + 1).limit(many).map(i -> next()).toList();
    }

    private String next() {
        try {
            String next = begun.poll(1, TimeUnit.MINUTES);
            return next == null ? "nothing" : next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one after the other, as a queue in a database would give them. */
    private BooleanSupplier mails(String... mails) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(List.of(mails));
        return () -> {
            String mail = waiting.poll();
            if (mail == null) {
                return false;
            }
            begun.add(mail);
            if (mail.equals("slow")) {
                waitForTheEnd();
            }
            return true;
        };
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
