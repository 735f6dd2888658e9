package dev.foyer.tests.oidc;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where applications get the browser back: an empty page, so that a test reads the code from the address bar. What was
 * posted is shown there as well, below {@code /posted}.
 */
public final class Callback {
    /** Stands at the end of the path when the answer was posted. */
    public static final String POSTED = "/posted";

    private static final int PORT = listen();

    private Callback() {}

    /** The redirect address of an application. */
    public static URI of(String client) {
        return URI.create("http://localhost:%d/%s".formatted(PORT, client));
    }

    /** Whether this is the redirect address of some application. */
    public static boolean owns(String url) {
        return url.startsWith(of("").toString());
    }

    private static int listen() {
        byte[] page = "<!doctype html><title>Application</title>".getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    if (exchange.getRequestMethod().equals("POST")) {
                        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                        String address = exchange.getRequestURI().getPath() + POSTED + "?" + form;
                        exchange.getResponseHeaders().set("Location", address);
                        exchange.sendResponseHeaders(303, -1);
                        return;
                    }
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }
            });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
