package dev.foyer.tests.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.foyer.tests.server.Mailbox.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A mail server that takes one mail and never says that it has: the sender can not know whether it has arrived. */
public final class SilentMailServer implements AutoCloseable {
    private final ServerSocket server;
    private final CompletableFuture<Letter> taken = new CompletableFuture<>();

    public SilentMailServer() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** What a realm is told so that it sends its mails here, and waits for the answer. */
    public Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(port()),
                "from", "shop@example.com",
                "timeout", "600000");
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The mail, once all of it is here. */
    public Letter await() {
        return taken.orTimeout(3, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As much of RFC 5321 as leads to the end of one mail. */
    private void serve() {
        try (Socket sender = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), US_ASCII))) {
            say(sender, "220 localhost");
            while (!line(in).equals("DATA")) {
                say(sender, "250 OK");
            }
            say(sender, "354 Go on");
            StringBuilder mail = new StringBuilder();
            for (String line = line(in); !line.equals("."); line = line(in)) {
                mail.append(line).append("\r\n");
            }
            taken.complete(Mailbox.letter(new MimeMessage(
                    null, new ByteArrayInputStream(mail.toString().getBytes(US_ASCII)))));
            // Until the sender has gone.
            in.readLine();
        } catch (IOException | MessagingException e) {
            taken.completeExceptionally(e);
        }
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private static void say(Socket sender, String reply) throws IOException {
        sender.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
    }
}
