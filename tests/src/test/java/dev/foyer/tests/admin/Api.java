package dev.foyer.tests.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An API of one realm, called by one person or program. Every answer is checked against the API's document. */
public abstract class Api {
    /** By HTTP/1.1 a request can lie about the host that it is sent to. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private static final String JSON = "application/json";

    private final OpenApi document;
    private final URI base;
    private final Supplier<@Nullable String> token;

    /**
     * @param base what comes before every path
     * @param token an access token, or null for nobody
     */
    Api(OpenApi document, URI base, Supplier<@Nullable String> token) {
        this.document = document;
        this.base = base;
        this.token = token;
    }

    Supplier<@Nullable String> token() {
        return token;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, JSON, json, headers);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, JSON, json);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, null, headers);
    }

    /** Any request. */
    public Answer send(
            String method, String path, @Nullable String contentType, @Nullable String body, String... headers) {
        return sendBytes(method, path, contentType, body == null ? null : body.getBytes(UTF_8), headers);
    }

    /** Any request, with a body that may be no text. */
    public Answer sendBytes(
            String method, String path, @Nullable String contentType, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        Answer answer = send(request.build());
        document.check(method, path, answer);
        return answer;
    }

    /** Gets a page, of which the document says nothing. */
    public Answer page(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private static Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
