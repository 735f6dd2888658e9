package dev.foyer.tests.invitation;

import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long answers take, with addresses of users and others in turn. Not a test: {@code benchmarks/answers} runs it. */
class AnswersBenchmark {
    private static final int WARM_UP = 50;
    private static final int RUNS = 300;

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = people().with(settings -> settings.setSmtpServer(mailbox.settings()))
            .customers("{\"customers\": [{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\"}]}");

    @Test
    void measure() throws IOException {
        String customer = "/customers/" + realm.accounts().id("C-1");
        String invite = measure(customer + "/invitations", "{\"addresses\": [\"%s\"]}");
        String register = measure(customer + "/memberships", "{\"person\": {\"email\": \"%s\"}}");
        Files.writeString(Path.of("target/answers.txt"), "invite:   " + invite + "\nregister: " + register + "\n");
    }

    private static String measure(String path, String body) {
        CustomersApi api = CustomersApi.of(realm);
        String kind = path.endsWith("invitations") ? "i" : "r";
        double[] known = new double[RUNS];
        double[] unknown = new double[RUNS];
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            double user = time(api, path, body.formatted(kind + run + "@example.com"));
            double nobody = time(api, path, body.formatted(kind + run + "@nowhere.example"));
            if (run >= WARM_UP) {
                known[run - WARM_UP] = user;
                unknown[run - WARM_UP] = nobody;
            }
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        return "a user's %.2f ms, nobody's %.2f ms (medians of %d), quartiles %.2f to %.2f and %.2f to %.2f"
                .formatted(
                        known[RUNS / 2],
                        unknown[RUNS / 2],
                        RUNS,
                        known[RUNS / 4],
                        known[3 * RUNS / 4],
                        unknown[RUNS / 4],
                        unknown[3 * RUNS / 4]);
    }

    private static double time(CustomersApi api, String path, String body) {
        long start = System.nanoTime();
        api.post(path, body);
        return (System.nanoTime() - start) / 1e6;
    }

    private static TestRealm people() {
        TestRealm people = new TestRealm();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            people.user("i" + i, "Ida", "Rossi").user("r" + i, "Rea", "Rossi");
        }
        return people;
    }
}
