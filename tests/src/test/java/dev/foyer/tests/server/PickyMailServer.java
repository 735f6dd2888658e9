package dev.foyer.tests.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server that refuses whose address begins with "gone", says nothing at all to a "slow" one, and takes all others. */
public final class PickyMailServer implements AfterAllCallback {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(PickyMailServer::thread);
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> taken = new LinkedBlockingQueue<>();

    public PickyMailServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
        threads.shutdownNow();
    }

    /** What a realm is told so that it sends its mails here, and waits for an answer. */
    public Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(server.getLocalPort()),
                "from", "shop@example.com",
                "timeout", "600000");
    }

    /** How often a mail to an address was offered. */
    public int asked(String address) {
        return asked.getOrDefault(address, 0);
    }

    /** The addresses of the next mails that were taken, in any order. */
    public List<String> await(int many) {
        return Stream.generate(this::next).limit(many).toList();
    }

    private String next() {
        try {
            String next = taken.poll(1, TimeUnit.MINUTES);
            if (next == null) {
                throw new IllegalStateException("No mail comes");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket sender = server.accept();
                threads.execute(() -> serve(sender));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket sender) {
        try (sender;
                BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), US_ASCII))) {
            say(sender, "220 localhost");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    asked.merge(recipient, 1, Integer::sum);
                    if (!recipient.startsWith("slow")) {
                        say(sender, recipient.startsWith("gone") ? "550 5.1.1 No such user" : "250 OK");
                    }
                } else if (line.equals("DATA")) {
                    say(sender, "354 Go on");
                    while (!".".equals(in.readLine())) {}
                    taken.add(recipient);
                    say(sender, "250 OK");
                } else {
                    say(sender, "250 OK");
                }
            }
        } catch (IOException gone) {
            // The sender has hung up, or the test is over.
        }
    }

    private static void say(Socket sender, String reply) throws IOException {
        sender.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
