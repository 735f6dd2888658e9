package dev.foyer.invitation.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;

/** A mail server that answers one command as it is told to, and all others as if it were well (RFC 5321). */
final class RefusingMailServer implements AutoCloseable {
    private final ServerSocket server;
    private final String command;
    private final String reply;

    /**
     * @param command such as {@code RCPT}; a dot for the end of the mail
     * @param reply empty to hang up
     */
    RefusingMailServer(String command, String reply) {
        this.command = command;
        this.reply = reply;
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** As a realm is told of it. */
    Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", String.valueOf(server.getLocalPort()), "from", "shop@example.com");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try (Socket sender = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), US_ASCII))) {
            say(sender, "220 localhost");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                data = false;
                String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals(command)) {
                    if (reply.isEmpty()) {
                        return;
                    }
                    say(sender, reply);
                } else {
                    data = verb.equals("DATA");
                    say(sender, data ? "354 Go on" : "250 OK");
                }
            }
        } catch (IOException gone) {
            // The sender has hung up, or the test is over.
        }
    }

    private static void say(Socket sender, String text) throws IOException {
        sender.getOutputStream().write((text + "\r\n").getBytes(US_ASCII));
    }
}
