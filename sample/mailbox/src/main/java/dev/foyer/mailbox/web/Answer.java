package dev.foyer.mailbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request is answered. */
record Answer(int status, Map<String, String> headers, String body) {

    /** A page of the mailbox: it has its own style and script and shows mails in a frame, and nothing else. */
    static Answer page(int status, Html page) {
        return document(
                status,
                page.markup(),
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /**
     * What somebody else has written: it runs no script, sends no form and has no access to the mailbox, in a frame or not.
     * Its pictures are shown as any mail program would.
     */
    static Answer foreign(String html) {
        return document(
                200,
                html,
                "default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; form-action 'none'; "
                        + "base-uri 'none'; frame-ancestors 'self'; sandbox " + MailPage.ALLOWED);
    }

    static Answer of(String type, String body) {
        return new Answer(200, Map.of("Content-Type", type), body);
    }

    static Answer nothing() {
        return new Answer(204, Map.of(), "");
    }

    static Answer seeOther(String path) {
        return new Answer(303, Map.of("Location", path), "");
    }

    private static Answer document(int status, String html, String policy) {
        return new Answer(
                status, Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", policy), html);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}
