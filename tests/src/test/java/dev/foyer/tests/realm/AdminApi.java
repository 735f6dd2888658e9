package dev.foyer.tests.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * The administration of a realm as HTTP.
 *
 * @param token the caller's access token, or null for nobody's
 */
public record AdminApi(URI realm, @Nullable String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Calls without a body. */
    public HttpResponse<String> call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()), BodyHandlers.ofString());
    }

    /** Posts JSON. */
    public HttpResponse<String> post(String path, String json) {
        return send(post(path, "application/json", BodyPublishers.ofString(json)), BodyHandlers.ofString());
    }

    /** Puts JSON. */
    public HttpResponse<String> put(String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)),
                BodyHandlers.ofString());
    }

    /** A request that posts, for more headers. */
    public HttpRequest.Builder post(String path, String contentType, BodyPublisher body) {
        return request(path).header("Content-Type", contentType).POST(body);
    }

    /** A request that gets, for more headers. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(realm + path)).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body, where it is JSON. */
    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JsonSerialization.readValue(response.body(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
