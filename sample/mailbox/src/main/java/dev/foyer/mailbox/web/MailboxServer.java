package dev.foyer.mailbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foyer.mailbox.MailFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The mailbox's pages and its API, for this machine. */
public final class MailboxServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MailboxServer.class.getName());
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Callers callers;
    private final Routes routes;

    /** Takes a port, which is any that is free if it is 0. */
    public MailboxServer(int port, MailFolder mails) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        callers = new Callers(port());
        routes = new Routes(mails);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!callers.include(exchange.getRequestHeaders())) {
            return ProblemPage.of(403, "This request comes from elsewhere");
        }
        try {
            return routes.answer(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "A request failed", e);
            return ProblemPage.of(500, "Something went wrong: the log says what");
        }
    }
}
