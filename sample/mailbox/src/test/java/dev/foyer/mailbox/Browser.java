package dev.foyer.mailbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the mailbox. */
record Browser(int port) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern MAIL = Pattern.compile("href=\"(/mails/\\d+)\"");

    String see(String path) throws IOException, InterruptedException {
        return ask("GET", path, Map.of()).body();
    }

    HttpResponse<String> ask(String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Where the newest mail is. */
    String newest() throws IOException, InterruptedException {
        Matcher link = MAIL.matcher(see("/"));
        if (!link.find()) {
            throw new IllegalStateException("No mail");
        }
        return link.group(1);
    }
}
