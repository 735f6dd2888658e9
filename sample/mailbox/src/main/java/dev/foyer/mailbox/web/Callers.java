package dev.foyer.mailbox.web;

import com.sun.net.httpserver.Headers;
import java.util.Set;

/**
 * Who may ask: pages of the mailbox and programs of this machine. A web page from elsewhere that somebody has open in the
 * same browser may not, be it by a name of its own for this machine's address.
 */
record Callers(int port) {

    boolean include(Headers request) {
        String host = request.getFirst("Host");
        String origin = request.getFirst("Origin");
        return host != null && hosts().contains(host) && (origin == null || origin.equals("http://" + host));
    }

    private Set<String> hosts() {
        return Set.of("localhost:" + port, "127.0.0.1:" + port);
    }
}
